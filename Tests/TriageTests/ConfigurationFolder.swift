import Foundation

/// A folder of configuration files for one test, removed at its end.
struct ConfigurationFolder: ~Copyable {
    let url: URL

    init(_ files: [String: String]) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "hoso-configuration-\(UUID().uuidString)")
        for (name, text) in files {
            let file = url.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// A pipeline of four small files without a fault.
    static let sound = [
        "desk.yaml": """
        name: desk
        catalogue: catalogue.yaml
        units: units.yaml
        calendar: calendar.yaml
        forms: forms
        model: models/desk/1
        place: "00001"
        channel: counter

        """,
        "catalogue.yaml": """
        procedures:
          - {code: "1.000001", name: Khai sinh, field: Hộ tịch, limit: 1 working-day, same-day: true}
          - {code: "1.000002", name: Tách thửa, field: Đất đai, limit: 12 working-days, online: 10 working-days, extra: 10}

        """,
        "units.yaml": """
        places:
          - {id: "00001", name: xã Thử, difficult: yes}
        units:
          - {id: van-phong, name: Văn phòng, from: 2025-07-01, fields: [Hộ tịch]}
          - {id: kinh-te, name: Phòng Kinh tế, from: 2025-07-01, fields: [Đất đai]}

        """,
        "calendar.yaml": """
        from: 2026-01-01
        to: 2026-12-31
        time-zone: Asia/Ho_Chi_Minh
        days-off: [saturday, sunday]
        hours: ["07:00-11:30", "13:30-17:00"]
        receipt:
          - {from: 2026-01-01, same-day-until: "15:00", counts-until: "17:00"}
        days:
          - {day: 2026-11-24, kind: holiday, name: Ngày Văn hóa, status: verified}

        """,
    ]

    /// The sound pipeline with some of its files exchanged.
    static func sound(except files: [String: String]) throws -> ConfigurationFolder {
        try ConfigurationFolder(sound.merging(files) { $1 })
    }
}
