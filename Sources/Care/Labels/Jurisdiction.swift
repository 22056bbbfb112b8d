/// Where a label holds.
public enum Jurisdiction: String, Codable, Sendable, CaseIterable {
    /// United States, European Union, United Kingdom, China, India
    case us = "US"
    case eu = "EU"
    case uk = "UK"
    case cn = "CN"
    case `in` = "IN"
}
