import Foundation

/// What must come out: `NNNNN-results.csv`.
struct ExpectedResults {
    let rows: [[Double]]
    private let columns: [String: Int]

    init(file: URL) throws(ConformanceCase.Unreadable) {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw ConformanceCase.Unreadable(description: "\(file.path) cannot be read")
        }
        let lines = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " \t\""))
            }
        }
        guard let header = lines.first, header.count > 1 || lines.count > 1 else {
            throw ConformanceCase.Unreadable(description: "\(file.path) is empty")
        }
        // The first column is the time, whatever it is called.
        let named = header.enumerated().dropFirst().map { ($0.element, $0.offset) }
        columns = Dictionary(named, uniquingKeysWith: { first, _ in first })
        var rows: [[Double]] = []
        for line in lines.dropFirst() where !line.allSatisfy(\.isEmpty) {
            let row = line.compactMap(Self.number)
            guard row.count == header.count else {
                throw ConformanceCase.Unreadable(description: "\(file.path): row \(rows.count + 1) is not all numbers")
            }
            rows.append(row)
        }
        self.rows = rows
    }

    func column(of variable: String) -> Int? { columns[variable] }

    private static func number(_ text: String) -> Double? {
        switch text.lowercased() {
        case "inf", "infinity", "+inf": .infinity
        case "-inf", "-infinity": -.infinity
        case "nan": .nan
        default: Double(text)
        }
    }
}
