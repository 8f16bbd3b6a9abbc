internal import Foundation
internal import WebClient

/// Where a store that speaks S3 is: `s3://bucket/prefix?class=STANDARD_IA`, of which the bucket is needed, with its address and key from the environment.
package struct S3Place: Sendable {
    let bucket: String
    /// Empty, or ends with a slash.
    let prefix: String
    /// What the store is to keep objects as, `STANDARD_IA` or the like; nil for what it does by itself.
    let storageClass: String?
    /// Of the bucket, without a slash at the end.
    let address: String
    let signer: RequestSigner
    /// Goes along with a key that is given for a time.
    let sessionToken: String?
    /// A file of certificates to trust; nil for the system's.
    let authorities: String?

    package static let scheme = "s3://"

    package struct Problem: Error, Hashable, CustomStringConvertible {
        package let description: String
    }

    /// - Parameter environment: The variables that the stores' own programs use: `AWS_ACCESS_KEY_ID`,
    ///   `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`, `AWS_REGION`, `AWS_CA_BUNDLE`, and `AWS_ENDPOINT_URL` for another
    ///   store than Amazon's.
    /// - Throws: `Problem`, which quotes no key.
    package init(_ text: String, environment: [String: String]) throws(Problem) {
        guard text.hasPrefix(Self.scheme) else {
            throw Problem(description: "should be s3://BUCKET or s3://BUCKET/PREFIX")
        }
        let (place, storageClass) = try Self.parted(text.dropFirst(Self.scheme.count))
        self.storageClass = storageClass
        let parts = place.split(separator: "/", omittingEmptySubsequences: true)
        guard let bucket = parts.first, bucket.wholeMatch(of: #/[a-z0-9][a-z0-9.\-]{1,61}[a-z0-9]/#) != nil else {
            throw Problem(description: "a bucket's name has 3 to 63 small letters, digits, points and hyphens")
        }
        // Only what needs no encoding anywhere: in addresses, signatures and listings it is read the same.
        guard
            parts.dropFirst().allSatisfy({ $0.wholeMatch(of: #/[A-Za-z0-9._\-]+/#) != nil && $0 != "." && $0 != ".." })
        else { throw Problem(description: "a prefix has letters, digits, points, hyphens and underlines only") }
        let named = { (name: String) in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        guard let key = named("AWS_ACCESS_KEY_ID"), let secret = named("AWS_SECRET_ACCESS_KEY") else {
            throw Problem(description: "needs a key: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
        }
        let region = named("AWS_REGION") ?? named("AWS_DEFAULT_REGION") ?? "us-east-1"
        self.bucket = String(bucket)
        prefix = parts.dropFirst().map { $0 + "/" }.joined()
        address = try Self.address(
            of: self.bucket, region: region, endpoint: named("AWS_ENDPOINT_URL_S3") ?? named("AWS_ENDPOINT_URL"))
        signer = RequestSigner(key: key, secret: secret, region: region)
        sessionToken = named("AWS_SESSION_TOKEN")
        authorities = named("AWS_CA_BUNDLE")
    }

    /// The place itself, and the class that follows it as `?class=NAME`.
    private static func parted(_ text: Substring) throws(Problem) -> (place: Substring, storageClass: String?) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return (text, nil) }
        guard let match = parts[1].wholeMatch(of: #/class=([A-Z0-9_]{1,40})/#) else {
            throw Problem(description: "what follows the ? should be class=NAME, such as class=STANDARD_IA")
        }
        let name = String(match.1)
        guard !["GLACIER", "DEEP_ARCHIVE"].contains(name) else {
            throw Problem(
                description: "what is kept as \(name) cannot be read without being asked for first: choose another")
        }
        return (parts[0], name)
    }

    var classHeaders: [(name: String, value: String)] {
        storageClass.map { [(name: "x-amz-storage-class", value: $0)] } ?? []
    }

    private static func address(of bucket: String, region: String, endpoint: String?) throws(Problem) -> String {
        guard let endpoint else {
            // A name with points is no host that Amazon's certificate covers.
            return bucket.contains(".")
                ? "https://s3.\(region).amazonaws.com/\(bucket)" : "https://\(bucket).s3.\(region).amazonaws.com"
        }
        guard let url = URL(string: endpoint), ["http", "https"].contains(url.scheme?.lowercased()),
            url.host?.isEmpty == false, url.query == nil
        else { throw Problem(description: "AWS_ENDPOINT_URL is no address of http or https") }
        var address = endpoint
        while address.hasSuffix("/") { address.removeLast() }
        return "\(address)/\(bucket)"
    }

    /// Two hexadecimal digits part the keys, as in the folder.
    func key(of digest: String) -> String { "\(prefix)\(digest.prefix(2))/\(digest)" }

    /// Nil for parameters that make no address.
    ///
    /// - Parameters:
    ///   - key: Nil for the bucket itself.
    ///   - query: Sorted and encoded here, as the signature wants them.
    func url(_ key: String?, _ query: [(name: String, value: String)]) -> URL? {
        let text = query.sorted { $0.name < $1.name }
            .map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
        return URL(string: "\(address)/\(key ?? "")" + (text.isEmpty ? "" : "?" + text))
    }

    private static func encoded(_ text: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        return text.utf8.map { byte in
            if plain.contains(byte) { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}
