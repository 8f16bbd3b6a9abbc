import Foundation
import Testing
import WebClient

@Suite struct MessageSignatureTests {
    /// The example of the Standard Webhooks libraries.
    @Test func signature_isThatOfTheSpecification() throws {
        let secret = try #require(Data(base64Encoded: "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let signature = try #require(MessageSignature(secrets: [Array(secret)]))
        let headers = signature.headers(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", at: Date(timeIntervalSince1970: 1_614_265_330),
            body: Array(#"{"test": 2432232314}"#.utf8))
        #expect(
            headers.map(\.value) == [
                "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            ])
    }

    @Test func replacedSecret_signsBesideTheNewOne_andAShortOneIsRefused() throws {
        let secrets = ["the new secret, long enough", "the old secret, long enough"].map { Array($0.utf8) }
        let signature = try #require(MessageSignature(secrets: secrets))
        let both = signature.headers(id: "1", at: Date(timeIntervalSince1970: 0), body: []).last?.value
        #expect(both?.split(separator: " ").count == 2)
        #expect(MessageSignature(secrets: secrets + [Array("short".utf8)]) == nil)
        #expect(MessageSignature(secrets: []) == nil)
    }
}
