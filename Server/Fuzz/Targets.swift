/// libFuzzer's entry points for what comes from outside: journals as NDJSON, FHIR bundles, FHIR observations. One program
/// holds all targets; its name says which one runs. Built by Server/scripts/fuzz.
import Care
import FHIR
import Foundation

private enum Target { case journal, bundle, observation }
nonisolated(unsafe) private var target = Target.journal

/// Called once by libFuzzer before it starts.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>
) -> CInt {
    if let name = arguments.pointee?.pointee.map({ String(cString: $0) }) {
        if name.hasSuffix("bundle") { target = .bundle }
        if name.hasSuffix("observation") { target = .observation }
    }
    return 0
}

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    switch target {
    case .journal: readJournal(String(decoding: bytes, as: UTF8.self))
    case .bundle: readBundle(Data(bytes))
    case .observation: readObservation(Data(bytes))
    }
    return 0
}

/// NDJSON becomes a journal, or an error that says where and what to do. A journal that is read can be looked at, and is
/// the same when it is written and read again.
private func readJournal(_ text: String) {
    do throws(JournalError) {
        let journal = try Journal(ndjson: text, file: "fuzz.ndjson")
        look(at: journal)
        guard let written = try? journal.ndjson(), let again = try? Journal(ndjson: written) else {
            preconditionFailure("a journal that was read cannot be written and read again")
        }
        precondition(again == journal, "written and read again it is another journal")
    } catch {
        precondition(!"\(error)".isEmpty)
    }
}

/// A bundle becomes a journal, or a fault with a place and a remedy.
private func readBundle(_ data: Data) {
    do throws(FHIRFault) {
        look(at: try FHIRImport.journal(from: data, limits: .resource))
    } catch {
        precondition(!error.text.isEmpty && !error.remedy.isEmpty)
    }
}

/// An observation becomes events, or a fault with a place and a remedy.
private func readObservation(_ data: Data) {
    do throws(FHIRFault) {
        for draft in try FHIRImport.drafts(from: data) { precondition(!draft.path.isEmpty) }
    } catch {
        precondition(!error.text.isEmpty && !error.remedy.isEmpty)
    }
}

/// Everything that is computed from a journal is computed, whatever stands in it.
private func look(at journal: Journal) {
    let at = journal.entries.last?.recordedAt ?? Instant(millisecondsSince1970: 0)
    let chart = Chart(of: journal, at: at)
    precondition(chart.crs.grade.rawValue <= 5 && chart.icans.grade.rawValue <= 5)
    _ = Alerts.all(in: journal, at: at)
    _ = chart.due(at: at)
    _ = StepRules(chart, at: at).stops
    _ = journal.doubts
}
