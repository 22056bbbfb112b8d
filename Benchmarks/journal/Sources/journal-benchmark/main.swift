import Care

/// Median and extremes of repeated runs, in milliseconds.
func measure(_ name: String, runs: Int = 41, _ work: () throws -> Int) rethrows {
    var times: [Double] = []
    var check = 0
    for _ in 0..<runs {
        let start = ContinuousClock.now
        check &+= try work()
        times.append((ContinuousClock.now - start) / .milliseconds(1))
    }
    times.sort()
    func text(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
    print("\(name): median \(text(times[runs / 2])) ms, \(text(times[0])) to \(text(times[runs - 1])), \(runs) runs")
    precondition(check != 0)
}

let journal = LongJournal.make(entries: 20_000)
let end = LongJournal.infusion.advanced(byDays: 15 * 365.25 + 1)
let text = try journal.ndjson()
print("\(journal.entries.count) entries, \(text.utf8.count / 1024) KiB")
measure("chart") { Chart(of: journal, at: end).laboratoryCount }
measure("chart and all alerts") { Alerts.all(in: journal, at: end).count }
measure("calendar to year 15") { DueCalendar(of: journal, at: end).items.count }
measure("doubts and corrections") { journal.doubts.count + journal.corrections.count }
try measure("reading NDJSON", runs: 5) { try Journal(ndjson: text).entries.count }

extension Chart {
    var laboratoryCount: Int { Analyte.allCases.count { latest($0) != nil } }
}
