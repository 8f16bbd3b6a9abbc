import Foundation
import Ledger
import WebClient

/// A message on its way: what is sent, and how it is signed.
struct OutgoingMessage: Sendable {
    let delivery: Delivery
    let body: [UInt8]

    /// - Parameter result: the dossier's result as JSON, where the receiver gets it too.
    init(_ delivery: Delivery, result: String?) {
        self.delivery = delivery
        // The message is an object with fields, written by the ledger: one more goes in before its last brace.
        body = Array((result.map { "\(delivery.message.dropLast()),\"result\":\($0)}" } ?? delivery.message).utf8)
    }

    func request(to url: URL, signature: MessageSignature, now: Date) -> WebRequest {
        WebRequest(
            .post, url,
            headers: [
                ("Content-Type", "application/json"), ("User-Agent", "hoso"), ("Idempotency-Key", delivery.id),
            ] + signature.headers(id: delivery.id, at: now, body: body),
            body: body)
    }
}
