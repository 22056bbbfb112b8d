import Foundation
import Testing

@testable import Tables

/// A disk without room, and a folder without permission. Each runs in a process of its own, whose limits it lowers.
struct FullDiskTests {
    @Test func csvTrajectories() async {
        await #expect(processExitsWith: .success) { exit(FullDisk.run(.csvTrajectory)) }
    }

    @Test func csvSummaries() async {
        await #expect(processExitsWith: .success) { exit(FullDisk.run(.csvSummary)) }
    }

    @Test func netCDFTrajectories() async {
        await #expect(processExitsWith: .success) { exit(FullDisk.run(.netCDFTrajectory)) }
    }

    @Test func netCDFSummaries() async {
        await #expect(processExitsWith: .success) { exit(FullDisk.run(.netCDFSummary)) }
    }

    @Test func aFolderWithoutPermission() async {
        await #expect(processExitsWith: .success) { exit(FullDisk.runWithoutPermission()) }
    }
}

/// What those processes do. Each function returns its process's exit code, 0 if all is well.
private enum FullDisk {
    /// Files may have 4 MiB, 200 KiB or 1 KiB: the writer fails in the middle, or early, or at once. Afterwards the
    /// process goes on, and other files can be written.
    static func run(_ kind: WriterKind) -> Int32 {
        signal(SIGXFSZ, SIG_IGN)
        for bytes in [4 << 20, 200 << 10, 1 << 10] as [UInt] {
            limitFiles(to: bytes)
            let code = fill(kind)
            guard code == 0 else { return code }
        }
        limitFiles(to: .max)
        return write(kind)
    }

    private static func limitFiles(to bytes: UInt) {
        var limits = rlimit(rlim_cur: bytes, rlim_max: .max)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits)
    }

    /// Writes 6 MB or more.
    private static func fill(_ kind: WriterKind) -> Int32 {
        let scratch = Scratch()
        let isSummary = kind == .csvSummary || kind == .netCDFSummary
        let ensemble = Ensemble(
            members: isSummary ? 400_000 : 400, times: (0..<1000).map(Double.init),
            quantities: [Quantity(id: "x"), Quantity(id: "y")])
        let values = isSummary ? [0.1, 0.2] : ensemble.values(1)
        do throws(TableError) {
            let writer = try kind.make(scratch.file("out"), ensemble)
            for member in 0..<ensemble.members { try writer.write(member, values) }
            try writer.finish()
            return 3
        } catch {
            let isClear =
                error.kind == .unwritable && error.remedy.contains("larger files") && error.file.hasSuffix("/out")
            if !isClear { print(error) }
            return isClear ? (scratch.contents.isEmpty ? 0 : 4) : 5
        }
    }

    /// Writes a small file.
    private static func write(_ kind: WriterKind) -> Int32 {
        let scratch = Scratch()
        do throws(TableError) {
            let writer = try kind.make(scratch.file("out"), .small)
            for member in 0..<7 { try writer.write(member, kind.values(.small, member)) }
            try writer.finish()
            return scratch.contents == ["out"] ? 0 : 6
        } catch {
            print(error)
            return 7
        }
    }

    /// Tries to write where only reading is allowed.
    static func runWithoutPermission() -> Int32 {
        let scratch = Scratch()
        chmod(scratch.path, 0o555)
        // Root may write anywhere.
        if geteuid() == 0 { _ = seteuid(65534) }
        defer {
            _ = seteuid(getuid())
            chmod(scratch.path, 0o755)
        }
        for kind in WriterKind.allCases {
            do throws(TableError) {
                _ = try kind.make(scratch.file("out"), .small)
                return 3
            } catch {
                let isClear = error.kind == .unwritable && error.remedy.contains("folder in which you may")
                if !isClear { return 4 }
            }
        }
        return 0
    }
}
