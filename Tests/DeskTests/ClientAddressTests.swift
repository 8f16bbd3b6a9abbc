import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Desk

/// Whom a request comes from, by who is connected and what is written into it.
@Suite struct ClientAddressTests {
    private static let proxies = ["192.0.2.1", "10.0.0.0/8", "fd00::/8"].compactMap { AddressRange($0) }

    private func client(
        of peer: String, forwardedFor: String? = nil, forwarded: String? = nil
    ) throws -> ClientAddress {
        var headers = HTTPFields()
        if let forwardedFor { headers[try #require(HTTPField.Name("X-Forwarded-For"))] = forwardedFor }
        if let forwarded { headers[try #require(HTTPField.Name("Forwarded"))] = forwarded }
        return ClientAddress(peer: peer, headers: headers, trusted: Self.proxies)
    }

    @Test func stranger_isWhoIsConnectedWhateverIsWritten() throws {
        #expect(try client(of: "198.51.100.7", forwardedFor: "203.0.113.9").address == NetworkAddress("198.51.100.7"))
        #expect(try client(of: "198.51.100.7", forwarded: "for=203.0.113.9").address == NetworkAddress("198.51.100.7"))
    }

    @Test(arguments: [
        "203.0.113.9", "203.0.113.9:4711", "1.2.3.4, 203.0.113.9", "evil, 203.0.113.9 , 10.9.8.7", "::ffff:203.0.113.9",
    ])
    func proxy_isBelievedFromTheEndAsFarAsItIsTrusted(entries: String) throws {
        #expect(try client(of: "192.0.2.1", forwardedFor: entries).address == NetworkAddress("203.0.113.9"))
    }

    @Test(arguments: [
        "for=203.0.113.9", "FOR=\"203.0.113.9:80\";proto=https;by=10.0.0.1", "for=1.2.3.4, proto=https;for=203.0.113.9",
    ])
    func proxy_isBelievedInTheStandardFieldToo(field: String) throws {
        #expect(try client(of: "10.1.1.1", forwarded: field).address == NetworkAddress("203.0.113.9"))
    }

    @Test func proxy_withASixteenByteClient() throws {
        let expected = NetworkAddress("2001:db8::7")
        #expect(try client(of: "fd00::1", forwardedFor: "2001:db8::7").address == expected)
        #expect(try client(of: "fd00::1", forwarded: "for=\"[2001:db8::7]:4711\"").address == expected)
    }

    @Test(arguments: ["unknown", "_hidden", "", "desk.example", "999.1.1.1"])
    func proxy_thatNamesNobodyIsTheClient(entry: String) throws {
        #expect(try client(of: "192.0.2.1", forwardedFor: entry).address == NetworkAddress("192.0.2.1"))
    }

    @Test func fields_thatDifferAreNotBelieved() throws {
        let client = try client(of: "192.0.2.1", forwardedFor: "203.0.113.9", forwarded: "for=1.2.3.4")
        #expect(client.address == NetworkAddress("192.0.2.1"))
    }

    @Test(arguments: [false, true])
    func logIns_areHeldBackByTheRealClientWhereTheProxyIsTrusted(isTrusted: Bool) async throws {
        let local = ["127.0.0.1", "::1"]
        let fixture = try await DeskFixture(settings: {
            if isTrusted { $0.trustedProxies = local.compactMap { AddressRange($0) } }
        })
        // Whoever asks from here has tried as often as is allowed.
        for peer in local {
            let name = ClientAddress(peer: peer, headers: [:], trusted: []).brakeName
            for _ in 0..<30 { _ = fixture.desk.brake.admits(name, now: DeskFixture.morning) }
        }
        try await fixture.visit(.live) { client in
            var browser = Browser(client)
            let form = ["name": "nobody", "password": "wrong password"]
            let name = try #require(HTTPField.Name("X-Forwarded-For"))
            let answer = try await browser.post("/login", form, token: "", headers: [name: "203.0.113.9"])
            #expect(answer.status == (isTrusted ? .unauthorized : .tooManyRequests))
            let metrics = try await browser.send(.get, "/metrics", [name: "203.0.113.9"])
            #expect(metrics.status == .forbidden)
        }
    }

    @Test func thisComputer_isNoneThatAProxyAsksFor() throws {
        #expect(try client(of: "127.0.0.1").isThisComputer)
        #expect(try client(of: "::1").isThisComputer)
        #expect(try !client(of: "127.0.0.1", forwardedFor: "203.0.113.9").isThisComputer)
        #expect(try !client(of: "198.51.100.7", forwardedFor: "127.0.0.1").isThisComputer)
    }

    @Test func neighbours_ofOneSixteenByteConnectionCountAsOne() throws {
        #expect(try client(of: "2001:db8::1").brakeName == client(of: "2001:db8::ffff").brakeName)
        #expect(try client(of: "192.0.2.8").brakeName != client(of: "192.0.2.9").brakeName)
    }

    @Test(arguments: ["10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "/8", "10.0.0.0/8/8", "10.0.0.0/-1", "desk.example", ""])
    func range_thatIsNoneIsRefused(text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test func range_endsAtItsBits() throws {
        let range = try #require(AddressRange("192.0.2.64/26"))
        for (address, isInside) in [("192.0.2.64", true), ("192.0.2.127", true), ("192.0.2.128", false)] {
            #expect(range.contains(try #require(NetworkAddress(address))) == isInside, "\(address)")
        }
        #expect(try #require(AddressRange("0.0.0.0/0")).contains(try #require(NetworkAddress("203.0.113.9"))))
        #expect(!range.contains(try #require(NetworkAddress("2001:db8::1"))))
    }
}
