import Foundation

/// A file that a run was given, and what to call it.
package struct InputFile: Hashable, Sendable {
    package var path: String
    /// Relative to the folder that was named, or the file's own name.
    package var name: String

    package init(path: String, name: String) {
        self.path = path
        self.name = name
    }
}

/// An input that was not taken in. It stays where it is, and the run says so.
package struct RefusedInput: Hashable, Sendable {
    package var name: String
    package var reason: String

    package init(name: String, reason: String) {
        self.name = name
        self.reason = reason
    }
}

/// Everything that some paths stand for, folders with all that is below them.
package struct InputListing: Hashable, Sendable {
    package var files: [InputFile] = []
    package var refused: [RefusedInput] = []
    /// Hidden files and the samples' truth: no scans of anybody's, so that nothing is said of each.
    package var leftAlone = 0

    /// - Parameter paths: As a person typed them; one that does not exist is refused in words.
    package init(of paths: [String]) {
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                refused.append(RefusedInput(name: path, reason: "no such file or folder"))
                continue
            }
            if isFolder.boolValue {
                add(folder: path, prefix: "")
            } else {
                add(file: path, name: (path as NSString).lastPathComponent)
            }
        }
    }

    private mutating func add(folder: String, prefix: String) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            refused.append(RefusedInput(name: prefix.isEmpty ? folder : prefix, reason: "the folder cannot be listed"))
            return
        }
        // Numbers in order of value, as scanners count: page-9 before page-10; bytes decide between equals.
        for name in names.sorted(by: Self.comesBefore) {
            if name.hasPrefix(".") || name == "truth.jsonl" {
                leftAlone += 1
                continue
            }
            let path = "\(folder)/\(name)"
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            if isFolder.boolValue {
                if Self.looksLikeScan(name) {
                    refused.append(
                        RefusedInput(
                            name: prefix + name, reason: "a folder named like a file; what lies in it was taken in"))
                }
                // A link to a folder could lead in circles.
                guard (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == nil else {
                    refused.append(
                        RefusedInput(name: prefix + name, reason: "a link to a folder: name the folder itself"))
                    continue
                }
                add(folder: path, prefix: prefix + name + "/")
            } else {
                add(file: path, name: prefix + name)
            }
        }
    }

    private mutating func add(file path: String, name: String) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            refused.append(RefusedInput(name: name, reason: "the file cannot be found (a broken link?)"))
            return
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            refused.append(RefusedInput(name: name, reason: "not a file but a pipe, socket or device"))
            return
        }
        files.append(InputFile(path: path, name: name))
    }

    private static func comesBefore(_ left: String, _ right: String) -> Bool {
        let order = left.compare(right, options: [.numeric], locale: Locale(identifier: "en_US_POSIX"))
        return order == .orderedSame ? left < right : order == .orderedAscending
    }

    private static func looksLikeScan(_ name: String) -> Bool {
        ["pdf", "tif", "tiff", "jpg", "jpeg", "png"].contains((name as NSString).pathExtension.lowercased())
    }
}
