import Foundation
import Reading
import Testing

struct RoundStampTests {
    private func circle(radius: Double, x: Double, y: Double) -> [(x: Int, y: Int)] {
        (0..<720).map { step in
            let angle = Double(step) * .pi / 360
            return (x: Int((x + radius * cos(angle)).rounded()), y: Int((y + radius * sin(angle)).rounded()))
        }
    }

    @Test func stamp_ringWithASignatureAcrossIt_isFoundWhereItIs() throws {
        let signature = (0..<150).map { (x: $0, y: 60 + $0 % 9) }
        let stamp = try #require(
            RoundStamp(
                among: circle(radius: 52, x: 70, y: 60) + signature, width: 150, height: 120, millimetre: 2.95))
        #expect(abs(stamp.x - 70) <= 1 && abs(stamp.y - 60) <= 1)
        #expect(abs(stamp.radius - 52) <= 2)
    }

    @Test func stamp_tableFrame_isNone() {
        let frame = (0..<110).flatMap { [(x: $0, y: 0), (x: $0, y: 109), (x: 0, y: $0), (x: 109, y: $0)] }
        #expect(RoundStamp(among: frame, width: 110, height: 110, millimetre: 2.95) == nil)
    }
}
