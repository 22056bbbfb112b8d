import Foundation
import Testing

@testable import Tables

/// Writers that cannot write: clear errors, and nothing left behind.
struct WriterFaultTests {
    private let scratch = Scratch()
    private let ensemble = Ensemble.small

    @Test(arguments: WriterKind.allCases)
    func placesThatCannotBeWritten(kind: WriterKind) throws {
        try FileManager.default.createDirectory(atPath: scratch.file("folder"), withIntermediateDirectories: true)
        _ = try scratch.write("text", to: "plain")
        let longName = String(repeating: "x", count: 300)
        for (name, remedy) in [
            ("missing/out", "Make its folder first, or check the path."), ("folder", "Name a file, not a folder."),
            ("folder/", "Name a file, not a folder."), ("plain/out", "Make its folder first, or check the path."),
            (longName, "Choose a shorter name."), ("new/", "Name a file, not a folder."),
        ] {
            let path = scratch.file(name)
            let error = #expect(throws: TableError.self) { try kind.make(path, ensemble) }
            #expect(error?.kind == .unwritable)
            #expect(error?.file == path)
            #expect(error?.remedy == remedy, "\(name)")
        }
        #expect(throws: TableError.self) { try kind.make("", ensemble) }
        let device = #expect(throws: TableError.self) { try kind.make("/dev/null", ensemble) }
        #expect(device?.found == "a device or a pipe")
        #expect(scratch.contents == ["folder", "plain"])
    }

    @Test(arguments: WriterKind.allCases)
    func wrongUseIsToldAndLeavesNothing(kind: WriterKind) throws {
        let good = kind.values(ensemble, 0)
        let faults: [(any MemberWriter) throws -> Void] = [
            { try $0.write(7, good) }, { try $0.write(-1, good) }, { try $0.write(0, good + [1]) },
            {
                try $0.write(3, good)
                try $0.write(3, good)
            },
            {
                try $0.write(0, good)
                try $0.write(0, good)
            }, { try $0.finish() },
        ]
        for fault in faults {
            let writer = try kind.make(scratch.file("out"), ensemble)
            let error = #expect(throws: TableError.self) { try fault(writer) }
            #expect(error?.kind == .misuse)
            #expect(scratch.contents.isEmpty)
            // The first error stays.
            #expect(#expect(throws: TableError.self) { try writer.write(1, good) } == error)
            #expect(#expect(throws: TableError.self) { try writer.finish() } == error)
            writer.discard()
        }
        var none = ensemble
        none.members = 0
        #expect(throws: TableError.self) { try kind.make(scratch.file("out"), none) }
        none = ensemble
        none.quantities = []
        #expect(throws: TableError.self) { try kind.make(scratch.file("out"), none) }
    }

    @Test(arguments: WriterKind.allCases)
    func anOlderFileStaysUntilTheNewOneIsWhole(kind: WriterKind) throws {
        let path = try scratch.write("older", to: "out")
        var writer = try kind.make(path, ensemble)
        try writer.write(0, kind.values(ensemble, 0))
        #expect(try scratch.text("out") == "older")
        writer.discard()
        #expect(throws: TableError.self) { try writer.write(1, kind.values(ensemble, 1)) }
        #expect(scratch.contents == ["out"])

        // Letting go is giving up.
        writer = try kind.make(path, ensemble)
        #expect(scratch.contents.count == 2)
        writer = try kind.make(scratch.file("other"), ensemble)
        writer.discard()
        #expect(scratch.contents == ["out"])
        #expect(try scratch.text("out") == "older")

        writer = try kind.make(path, ensemble)
        for member in 0..<7 { try writer.write(member, kind.values(ensemble, member)) }
        try writer.finish()
        writer.discard()
        #expect(scratch.contents == ["out"])
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count > 100)
        let error = #expect(throws: TableError.self) { try writer.finish() }
        #expect(error?.kind == .misuse)
    }

    @Test(arguments: WriterKind.allCases)
    func aLinkKeepsPointingAtTheFile(kind: WriterKind) throws {
        _ = try scratch.write("older", to: "real")
        try FileManager.default.createSymbolicLink(atPath: scratch.file("link"), withDestinationPath: "real")
        let writer = try kind.make(scratch.file("link"), ensemble)
        for member in 0..<7 { try writer.write(member, kind.values(ensemble, member)) }
        try writer.finish()
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.file("link")) == "real")
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.file("real"))).count > 100)
    }

    @Test(arguments: WriterKind.allCases)
    func oddNamesOfFoldersAndFiles(kind: WriterKind) throws {
        for folder in ["a b#mode=bytes", "ü", "http:", "x?y&z%20"] {
            try FileManager.default.createDirectory(atPath: scratch.file(folder), withIntermediateDirectories: true)
            let path = scratch.file(folder + "/ out#1.nc")
            let writer = try kind.make(path, ensemble)
            for member in 0..<7 { try writer.write(member, kind.values(ensemble, member)) }
            try writer.finish()
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.file(folder)) == [" out#1.nc"])
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count > 100)
        }
    }

    @Test func aBackslashIsNotForNetCDF() throws {
        try FileManager.default.createDirectory(atPath: scratch.file("a\\b"), withIntermediateDirectories: true)
        let error = #expect(throws: TableError.self) {
            try NetCDFTrajectoryWriter(path: scratch.file("a\\b/t.nc"), header: ensemble.header)
        }
        #expect(error?.found == "a folder with a backslash in its name")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.file("a\\b")).isEmpty)
        let writer = try CSVTrajectoryWriter(path: scratch.file("a\\b/t.csv"), header: ensemble.header)
        try ensemble.write(0..<7, to: writer)
        try writer.finish()
    }

    @Test func systemErrorsHaveRemedies() {
        for (code, word) in [
            (ENOSPC, "space"), (EDQUOT, "space"), (EFBIG, "larger"), (EROFS, "folder in which"),
            (EACCES, "folder in which"),
            (EMFILE, "ulimit -n"), (EIO, "disk"),
        ] {
            #expect(SystemError.writing("f", code).remedy.contains(word))
        }
    }
}
