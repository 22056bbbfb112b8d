/// What a stream of random numbers is for. Streams of different purposes are independent, so a draw added in one place
/// moves no draw in another.
public struct RandomPurpose: Sendable, Hashable {
    let code: UInt32

    /// A purpose by name: the 32-bit FNV-1a hash of the name, so that the same name is the same stream for ever.
    public init(_ name: String) {
        var hash: UInt32 = 2_166_136_261
        for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        code = hash
    }
}

/// A stream of random numbers that belongs to one patient of one seed and to one purpose.
///
/// A value: copying it copies its position. Numbers come from `Philox` with the seed as key and
/// (position, purpose, patient) as counter.
public struct RandomStream: Sendable {
    private let key: SIMD2<UInt32>
    private let purpose: UInt32
    private let patient: SIMD2<UInt32>
    private var position: UInt32 = 0
    private var words = SIMD4<UInt32>()
    private var used = 4

    /// The stream of `patient` under `seed` for `purpose`, from its beginning.
    public init(seed: UInt64, patient: UInt64, purpose: RandomPurpose) {
        key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
        self.patient = SIMD2(UInt32(truncatingIfNeeded: patient), UInt32(truncatingIfNeeded: patient >> 32))
        self.purpose = purpose.code
    }

    /// The numbers of one occasion within the purpose (a day, a visit): where what is drawn must not depend on how often
    /// something was drawn before. An occasion has 512 numbers of its own; there are 2²⁴ of them, and a purpose is
    /// either drawn from as a whole or by occasion.
    public init(seed: UInt64, patient: UInt64, purpose: RandomPurpose, occasion: Int) {
        self.init(seed: seed, patient: patient, purpose: purpose)
        position = UInt32(truncatingIfNeeded: occasion) << 8
    }

    /// The next 64 random bits.
    public mutating func bits() -> UInt64 {
        if used > 2 {
            words = Philox.block(counter: SIMD4(position, purpose, patient[0], patient[1]), key: key)
            position &+= 1
            used = 0
        }
        defer { used += 2 }
        return UInt64(words[used]) << 32 | UInt64(words[used + 1])
    }

    /// Uniform in (0, 1): 53 bits, never 0 nor 1.
    public mutating func uniform() -> Double { (Double(bits() >> 11) + 0.5) * 0x1p-53 }
}
