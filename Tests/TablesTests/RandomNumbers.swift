/// A small generator with a seed (SplitMix64), so that what fails can be run again.
struct RandomNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Any finite number, of any size, as often whole or short as not.
    mutating func number() -> Double {
        switch next() % 5 {
        case 0: return Double(Int.random(in: -1000...1000, using: &self))
        case 1: return Double.random(in: -1...1, using: &self)
        case 2: return Double(Int.random(in: 0...99999, using: &self)) / 1000
        case 3: return 0
        default:
            let any = Double(bitPattern: next())
            return any.isFinite ? any : 1
        }
    }
}
