import Testing

@testable import Dynamics

@Suite("Streams of random numbers")
struct RandomStreamTests {
    private func stream(seed: UInt64 = 1, patient: UInt64 = 7, _ purpose: String = "a") -> RandomStream {
        RandomStream(seed: seed, patient: patient, purpose: RandomPurpose(purpose))
    }

    private func draws(_ stream: RandomStream, _ count: Int = 16) -> [UInt64] {
        var stream = stream
        return (0..<count).map { _ in stream.bits() }
    }

    @Test("the same seed, patient and purpose give the same numbers")
    func repeatable() { #expect(draws(stream()) == draws(stream())) }

    @Test("seed, patient and purpose each give other numbers, in their high words too")
    func independent() {
        let all = [
            stream(), stream(seed: 2), stream(seed: 1 << 32 | 1), stream(patient: 8), stream(patient: 1 << 32 | 7),
            stream("b"),
        ].map { draws($0) }
        #expect(Set(all).count == all.count)
        #expect(Set(all.flatMap { $0 }).count == all.count * 16)
    }

    @Test("numbers drawn for one purpose move none of another's")
    func order() {
        var first = stream("a")
        var second = stream("b")
        var mixed: [UInt64] = []
        for _ in 0..<16 {
            _ = first.normal()
            mixed.append(second.bits())
            _ = first.gamma(shape: 0.5, scale: 1)
        }
        #expect(mixed == draws(stream("b")))
    }

    @Test("a copy goes its own way")
    func value() {
        var original = stream()
        _ = original.bits()
        var copy = original
        let next = copy.bits()
        _ = copy.bits()
        #expect(original.bits() == next)
    }

    @Test("streams of neighbouring patients are uncorrelated")
    func neighbours() {
        let count = 20_000
        var sum = 0.0
        for patient in 0..<UInt64(count) {
            var here = stream(patient: patient)
            var next = stream(patient: patient + 1)
            sum += (here.uniform() - 0.5) * (next.uniform() - 0.5)
        }
        // The correlation's standard error is 1/√n; four of them.
        #expect(abs(sum / Double(count) * 12) < 4 / Double(count).squareRoot())
    }

    @Test("an occasion has its own 512 numbers, the same whatever was drawn on others")
    func occasions() {
        func numbers(_ occasion: Int) -> [UInt64] {
            var stream = RandomStream(seed: 5, patient: 9, purpose: RandomPurpose("look"), occasion: occasion)
            return (0..<512).map { _ in stream.bits() }
        }
        let all = (0..<40).map(numbers)
        #expect(Set(all.joined()).count == 40 * 512)
        #expect(numbers(17) == all[17])
        // Occasion 0 is where the purpose as a whole begins.
        var whole = RandomStream(seed: 5, patient: 9, purpose: RandomPurpose("look"))
        #expect(whole.bits() == all[0][0])
    }
}
