import Care
import Foundation
import Records

/// Checks after a crash: chains hold, what was acknowledged is there under its number and hash, nothing is there twice.
struct Checking {
    let options: Options

    init(_ options: Options) { self.options = options }

    func run() async throws {
        guard let path = options.text("log") else {
            Lines.complain("--log is missing")
            exit(2)
        }
        let log = try Log(path)
        let database = try await options.database()
        let store = JournalStore(database, realm: .real, centre: Writing.centre)
        var faults = try await store.verify().faults.map(\.description)
        var entries: [String: [ChainedEntry]] = [:]
        var written: [String: Int] = [:]
        for summary in try await store.journals(limit: 1000) {
            var all: [ChainedEntry] = []
            while true {
                let page = try await store.entries(summary.therapy, after: all.count, limit: 1000)
                if page.isEmpty { break }
                all += page
            }
            entries[summary.therapy] = all
            for entry in all { written[entry.entry.submission ?? "", default: 0] += 1 }
        }
        for line in log.acknowledged {
            guard let all = entries[line.therapy], all.indices.contains(line.sequence - 1) else {
                faults.append("\(line.therapy) \(line.sequence) was acknowledged and is not there")
                continue
            }
            let entry = all[line.sequence - 1]
            if entry.hash != line.hash || entry.entry.submission != line.key {
                faults.append("\(line.therapy) \(line.sequence) was acknowledged and is another")
            }
        }
        for (key, count) in written where count > 1 { faults.append("\(key) was written \(count) times") }
        await database.close()
        for fault in faults.prefix(20) { Lines.complain(fault) }
        let total = entries.values.reduce(0) { $0 + $1.count }
        Lines.put(
            "\(log.acknowledged.count) acknowledged, \(log.open.count) open, \(total) entries in \(entries.count) journals, "
                + "\(faults.count) faults")
        if !faults.isEmpty { exit(1) }
    }
}
