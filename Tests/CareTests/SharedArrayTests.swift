import Testing

@testable import Care

@Suite("An array whose copies share")
struct SharedArrayTests {
    @Test(
        "holds what was added, in order, on both sides of a full leaf",
        arguments: [0, 1, 63, 64, 65, 127, 128, 129, 1000])
    func order(count: Int) {
        var shared = SharedArray<Int>()
        for number in 0..<count { shared.append(number) }
        #expect(Array(shared) == Array(0..<count))
        #expect(shared.count == count && shared.last == (count == 0 ? nil : count - 1))
        #expect(shared.indices.allSatisfy { shared[$0] == $0 })
        #expect(Array(shared.reversed()) == Array((0..<count).reversed()))
        #expect(Array(shared[(count / 3)...]) == Array((count / 3)..<count))
    }

    @Test("a copy that grows leaves the other as it was", arguments: 0..<20)
    func copies(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        var versions: [(shared: SharedArray<Int>, plain: [Int])] = [(SharedArray(), [])]
        for number in 0..<600 {
            // Mostly the newest grows, sometimes an earlier one, like a fold that went back.
            var (shared, plain) =
                Int.random(in: 0..<8, using: &cases) == 0
                ? versions[Int.random(in: versions.indices, using: &cases)] : versions[versions.count - 1]
            shared.append(number)
            plain.append(number)
            versions.append((shared, plain))
        }
        for (shared, plain) in versions { #expect(Array(shared) == plain) }
        let (first, last) = (versions[300], versions[600])
        #expect((first.shared == last.shared) == (first.plain == last.plain))
    }

    @Test("forgets whole leaves that are old, and finds where something begins")
    func forgetting() {
        var shared = SharedArray<Int>()
        for number in 0..<300 { shared.append(number) }
        shared.forgetMost { $0 < 150 }
        #expect(Array(shared) == Array(128..<300))
        for wanted in [0, 128, 150, 191, 192, 299, 300] {
            #expect(shared.firstPosition { $0 >= wanted } == Array(128..<300).firstIndex { $0 >= wanted } ?? 172)
        }
        shared.forgetMost { _ in true }
        #expect(Array(shared) == Array(256..<300))
        shared.append(300)
        #expect(shared.last == 300 && shared.count == 45)
    }
}
