import Foundation
import Testing

@Suite struct DeliveryTests {
    @Test func twoThousandItems_toAFaultyReceiver_withTheSenderKilledTenTimes_haveOneEffectEach() async throws {
        let folder = try TemporaryFolder()
        try await Receiver.with(.faulty, in: folder) { receiver in
            let office = try HookedOffice(
                in: folder, port: receiver.port,
                hook: ", timeout-seconds: 0.6, first-wait-seconds: 0.1, longest-wait-seconds: 0.5, attempts: 100")
            let items = try await office.fill(items: 2_000)
            let send = ["deliveries", "send", "--jobs", "16"] + office.options
            var kills = 0
            for round in 0..<10 {
                // A sender takes up to 192 messages at a time: some of these end in its first round, some later, and
                // all of them between a receiver's work and the note of it.
                let goal = receiver.arrivals + 50 + round * 35
                if try await HosoCommand.run(send, killedOnce: { receiver.arrivals >= goal }) { kills += 1 }
            }
            let outcome = try await HosoCommand.run(send)
            #expect(kills == 10)
            #expect(outcome.status == 0, "\(outcome.complaints)")
            #expect(outcome.output.contains("0 waiting, 0 dead"))
            let effects = try await Self.base(
                folder, "SELECT item, COUNT(*) FROM effects WHERE type = 'item.proposed' GROUP BY item ORDER BY item")
            #expect(effects == items.sorted().map { "\($0)|1" })
            #expect(try await Self.base(folder, "SELECT COUNT(*) FROM effects") == ["2000"])
            // The faults and the kills were there: messages that were done with came again.
            let faults = try await Self.base(folder, "SELECT DISTINCT fault FROM arrivals ORDER BY fault")
            #expect(
                faults == [
                    "break-off", "busy", "end", "end-after", "fail", "fail-after", "hang-after", "hang-before", "sound",
                    "twice",
                ])
            let again = try await Self.base(
                folder,
                "SELECT COUNT(*) FROM (SELECT id FROM arrivals WHERE fault = 'sound' GROUP BY id HAVING COUNT(*) > 1)")
            #expect(again.first.flatMap { Int($0) } ?? 0 > 100)
        }
    }

    @Test func message_givenUp_isShown_andSentAgainWhenAPersonWantsIt() async throws {
        let folder = try TemporaryFolder()
        let hook = ", content: result, attempts: 2, first-wait-seconds: 0.05"
        let office = try await Receiver.with(.refusing, in: folder) { receiver in
            let office = try HookedOffice(in: folder, port: receiver.port, hook: hook)
            try await office.fill(items: 2)
            let sent = try await HosoCommand.run(["deliveries", "send"] + office.options)
            #expect(sent.status == 2)
            // Nothing that was read off a page.
            #expect(sent.complaints.contains("422") && !sent.complaints.contains("Chíu"))
            return office
        }
        let listed = try await HosoCommand.run("deliveries", "list", "--data", office.data, "--state", "dead", "--json")
        #expect(listed.lines.count == 2)
        let again = try await HosoCommand.run(
            "deliveries", "resend", "--dead", "--by", "cán bộ 7", "--data", office.data)
        #expect(again.status == 0)
        try await Receiver.with(.sound, in: folder) { receiver in
            let office = try HookedOffice(in: folder, port: receiver.port, hook: hook)
            #expect(try await HosoCommand.run(["deliveries", "send"] + office.options).status == 0)
        }
        let messages = try await Self.base(folder, "SELECT message FROM effects")
        #expect(messages.count == 2)
        #expect(messages.allSatisfy { $0.contains("applicant.name") && $0.contains("item.proposed") })
    }

    @Test func receiverThatIsAway_leavesMessagesWaiting_andSaysTryAgain() async throws {
        let folder = try TemporaryFolder()
        let office = try HookedOffice(in: folder, port: 9)
        try await office.fill(items: 1)
        let sent = try await HosoCommand.run(["deliveries", "send", "--patience", "0"] + office.options)
        #expect(sent.status == 75)
        let listed = try await HosoCommand.run("deliveries", "list", "--data", office.data)
        #expect(listed.output.contains("nobody answers at the address"))
    }

    @Test(arguments: [
        ("chmod", "chmod 600"),
        ("short", "at least 24 bytes"),
        ("gone", "cannot be read"),
    ])
    func badSecret_isABadConfiguration_saidWithItsPlace(fault: String, words: String) async throws {
        let folder = try TemporaryFolder()
        let office = try HookedOffice(in: folder, port: 9)
        switch fault {
        case "chmod":
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.path("secret"))
        case "short": try folder.write(Array("short".utf8), to: "secret")
        default: try FileManager.default.removeItem(atPath: folder.path("secret"))
        }
        let sent = try await HosoCommand.run(["deliveries", "send"] + office.options)
        #expect(sent.status == 78)
        #expect(sent.complaints.contains(words) && sent.complaints.contains("secret"))
    }

    private static func base(_ folder: TemporaryFolder, _ sql: String) async throws -> [String] {
        let script =
            "import sqlite3, sys\nfor row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]): print(*row, sep='|')"
        let outcome = try await Programs.run("python3", "-c", script, folder.path("effects.sqlite"), sql)
        return outcome.output.split(separator: "\n").map(String.init)
    }
}
