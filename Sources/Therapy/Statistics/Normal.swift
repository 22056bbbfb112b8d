/// Constants of the normal distribution that the intervals share.
enum Normal {
    /// The 97.5th percentile: two-sided 95 %.
    static let z95 = 1.959963984540054
}
