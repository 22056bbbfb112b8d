import Foundation
import Testing

@testable import Tables

/// A disk without room, and a folder without permission. Each runs in a process of its own, whose limits it lowers.
struct FullDiskTests {
    @Test func csvTrajectories() async { await full(.csvTrajectory) }
    @Test func csvSummaries() async { await full(.csvSummary) }
    @Test func netCDFTrajectories() async { await full(.netCDFTrajectory) }
    @Test func netCDFSummaries() async { await full(.netCDFSummary) }

    /// Files may have 4 MiB, 200 KiB or 1 KiB: the writer fails in the middle, or at the end, or at once.
    private func full(_ kind: WriterKind) async {
        let name = kind.rawValue
        await #expect(processExitsWith: .success) { [name = name as String] in
            guard let kind = WriterKind(rawValue: name) else { exit(2) }
            signal(SIGXFSZ, SIG_IGN)
            for limit in [4 << 20, 200 << 10, 1 << 10] as [UInt] {
                var limits = rlimit(rlim_cur: limit, rlim_max: .max)
                setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits)
                let scratch = Scratch()
                let members = kind == .csvTrajectory || kind == .netCDFTrajectory ? 400 : 400_000
                let ensemble = Ensemble(
                    members: members, times: (0..<1000).map(Double.init),
                    quantities: [Quantity(id: "x"), Quantity(id: "y")])
                do throws(TableError) {
                    let writer = try kind.make(scratch.file("out"), ensemble)
                    for member in 0..<members {
                        try writer.write(
                            member,
                            kind == .csvTrajectory || kind == .netCDFTrajectory ? ensemble.values(member) : [0.1, 0.2])
                    }
                    try writer.finish()
                    print("\(name): \(limit) bytes were enough")
                    exit(3)
                } catch {
                    guard error.kind == .unwritable, error.remedy.contains("larger files"), error.file.hasSuffix("/out")
                    else {
                        print(error)
                        exit(4)
                    }
                }
                guard scratch.contents.isEmpty else {
                    print(scratch.contents)
                    exit(5)
                }
            }
            // The process goes on, and other files can be written.
            var limits = rlimit(rlim_cur: .max, rlim_max: .max)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits)
            let scratch = Scratch()
            let writer = try kind.make(scratch.file("out"), .small)
            for member in 0..<7 { try writer.write(member, kind.values(.small, member)) }
            try writer.finish()
            exit(scratch.contents == ["out"] ? 0 : 6)
        }
    }

    @Test func aFolderWithoutPermission() async {
        await #expect(processExitsWith: .success) {
            let scratch = Scratch()
            chmod(scratch.path, 0o555)
            if geteuid() == 0 { _ = seteuid(65534) }
            for kind in WriterKind.allCases {
                do throws(TableError) {
                    _ = try kind.make(scratch.file("out"), .small)
                    exit(3)
                } catch {
                    guard error.kind == .unwritable, error.remedy.contains("folder in which you may") else { exit(4) }
                }
            }
            _ = seteuid(getuid())
            exit(0)
        }
    }
}
