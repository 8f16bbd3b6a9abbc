import Foundation
import Testing

@testable import Reading

struct StampRemovalTests {
    /// A ring of 5 pixels as black as print, and a stroke of print that runs through it.
    @Test func strokeThroughTheRingOfABlackSeal_staysWhole() throws {
        var page = DrawnPage(paper: 255)
        for step in 0..<3600 {
            let angle = Double(step) * .pi / 1800
            for reach in 178...182 {
                page.fill(
                    x: Int((400 + Double(reach) * cos(angle)).rounded()),
                    y: Int((200 + Double(reach) * sin(angle)).rounded()), width: 1, height: 1, shade: 20)
            }
        }
        page.fill(x: 396, y: 5, width: 8, height: 50, shade: 20)
        let picture = try page.picture()
        let seal = RoundStamp(x: 400, y: 200, radius: 180)
        guard let ink = picture.binarized(), let bare = picture.without([seal], ink: ink) else {
            throw ReadingError.recognitionFailed
        }
        #expect((8..<52).allSatisfy { shade(bare, 400, $0) == 20 })
        #expect(shade(bare, 580, 200) == 255)
        #expect(shade(bare, 400, 380) == 255)
    }
}
