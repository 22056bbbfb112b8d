import Care
import Foundation
import Testing

@testable import FHIR

/// Every way in which one value of a resource can be spoilt.
struct Mutation {
    /// What is done to the value.
    enum Kind: CaseIterable { case drop, double, retype, change, empty, add }

    /// Paths of all values below one, the value's own first.
    static func paths(_ json: JSON) -> [[Step]] {
        var paths: [[Step]] = [[]]
        switch json {
        case .object(let members):
            for name in members.keys.sorted() {
                paths += Self.paths(members[name] ?? .null).map { [.name(name)] + $0 }
            }
        case .array(let items):
            for (index, item) in items.enumerated() { paths += Self.paths(item).map { [.index(index)] + $0 } }
        default: break
        }
        return paths
    }
    enum Step { case name(String), index(Int) }

    /// The JSON with the value at a path spoilt; nil where that kind does nothing.
    static func apply(_ kind: Kind, at path: ArraySlice<Step>, of json: JSON) -> JSON? {
        guard let step = path.first else { return spoilt(json, kind) }
        switch (step, json) {
        case (.name(let name), .object(var members)):
            if path.count == 1, kind == .drop {
                members[name] = nil
            } else if path.count == 1, kind == .double {
                members[name] = [members[name] ?? .null, members[name] ?? .null]
            } else {
                guard let inner = apply(kind, at: path.dropFirst(), of: members[name] ?? .null) else { return nil }
                members[name] = inner
            }
            return .object(members)
        case (.index(let index), .array(var items)):
            if path.count == 1, kind == .drop {
                items.remove(at: index)
            } else if path.count == 1, kind == .double {
                items.append(items[index])
            } else {
                guard let inner = apply(kind, at: path.dropFirst(), of: items[index]) else { return nil }
                items[index] = inner
            }
            return .array(items)
        default: return nil
        }
    }

    private static func spoilt(_ json: JSON, _ kind: Kind) -> JSON? {
        switch (kind, json) {
        case (.retype, .string(let text)): Double(text).flatMap(JSONNumber.init).map(JSON.number) ?? true
        case (.retype, .number(let number)): .string(number.literal)
        case (.retype, .bool(let truth)): .string("\(truth)")
        case (.retype, .object): .array([json])
        case (.retype, .array(let items)): items.first ?? .null
        case (.change, .string(let text)): .string(text + "x")
        case (.change, .number(let number)):
            (number.double ?? 0).isZero
                ? 1 : JSON.number(JSONNumber(checked: number.literal + (number.integer == nil ? "1" : "7")))
        case (.change, .bool(let truth)): .bool(!truth)
        case (.change, .array(let items)): .array(items.reversed())
        case (.empty, .string): ""
        case (.empty, .number): 0
        case (.empty, .object): [:]
        case (.empty, .array): []
        case (.add, .object(let members)): .object(members.merging(["surprise": 1]) { $1 })
        case (.add, .array(let items)): .array(items + [.null])
        default: nil
        }
    }
}

@Suite("Spoilt bundles")
struct MutationTests {
    /// What an import of the JSON may do: refuse it, or give the very journal.
    private func check(_ json: JSON, _ journal: Journal, _ what: @autoclosure () -> String) throws -> Bool {
        do {
            let again = try FHIRImport.journal(from: Data(json.bytes))
            #expect(again.letter == journal.letter, "\(what())")
            return true
        } catch {
            #expect(!error.text.isEmpty && !error.remedy.isEmpty)
            return false
        }
    }

    @Test(
        "each kind of event: one value dropped, doubled, retyped, changed, emptied or joined by another",
        arguments: 0..<5)
    func values(block: Int) throws {
        var cases = SplitMix(seed: UInt64(100 + block))
        var taken = 0
        var refused = 0
        let samples = try Lines.samples()
        for index in stride(from: block, to: samples.count, by: 5) {
            let journal = try Lines.journal(samples[index], subject: block == 0 ? .real : .training)
            let bundle = try FHIRExport.bundle(of: journal, centre: "c").json
            let paths = Mutation.paths(bundle).shuffled(using: &cases).prefix(60)
            for path in paths {
                for kind in Mutation.Kind.allCases {
                    guard let spoilt = Mutation.apply(kind, at: path[...], of: bundle), spoilt != bundle else {
                        continue
                    }
                    if try check(spoilt, journal, "\(samples[index]["type"] ?? "") \(kind) \(path)") {
                        taken += 1
                    } else {
                        refused += 1
                    }
                }
            }
        }
        // All but the order of a list of one are contradictions.
        #expect(refused > 1000)
        #expect(taken * 50 < refused, "\(taken) taken, \(refused) refused")
    }

    @Test("bytes changed, dropped and doubled at random")
    func bytes() throws {
        var cases = SplitMix(seed: 77)
        let journal = try Lines.journal(try #require(try Lines.samples().first { $0["type"] == "vitalsTaken" }))
        let bytes = Array(try FHIRExport.bundle(of: journal, centre: "c").data)
        for _ in 0..<2000 {
            var spoilt = bytes
            for _ in 0..<Int.random(in: 1...3, using: &cases) {
                let place = Int.random(in: 0..<spoilt.count, using: &cases)
                switch Int.random(in: 0..<4, using: &cases) {
                case 0: spoilt[place] = UInt8.random(in: 0...255, using: &cases)
                case 1: spoilt.remove(at: place)
                case 2: spoilt.insert(spoilt[place], at: place)
                default:
                    spoilt.removeSubrange(place..<min(spoilt.count, place + Int.random(in: 1...200, using: &cases)))
                }
            }
            if let again = try? FHIRImport.journal(from: Data(spoilt)) { #expect(again.letter == journal.letter) }
        }
    }

    @Test("spoilt observations: an event or a fault, never a crash")
    func observations() throws {
        var cases = SplitMix(seed: 78)
        let originals = [
            Posted.laboratory("2465-3", "400", "mg/dL").json, Posted.laboratory("8310-5", "101.3", "[degF]").json,
            Posted.pressure([("8480-6", "90"), ("8462-4", "60")]).json,
        ]
        for original in originals {
            for path in Mutation.paths(original) {
                for kind in Mutation.Kind.allCases {
                    guard let spoilt = Mutation.apply(kind, at: path[...], of: original) else { continue }
                    _ = try? FHIRImport.drafts(from: Data(spoilt.bytes))
                }
            }
            for _ in 0..<1000 {
                var bytes = original.bytes
                bytes[Int.random(in: 0..<bytes.count, using: &cases)] = UInt8.random(in: 0...255, using: &cases)
                _ = try? FHIRImport.drafts(from: Data(bytes))
            }
        }
    }
}
