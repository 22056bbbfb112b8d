/// An array whose copies share what they have in common: a copy that grows copies its last few elements and no more.
///
/// For what is appended to and kept in many versions at once: the entries of a journal, and what is folded from them. It is
/// cut into leaves of one length, all full but the last; a full leaf never changes.
public struct SharedArray<Element> {
    @usableFromInline var full: [[Element]] = []
    @usableFromInline var last: [Element] = []
    /// Elements of a leaf. Half of one is copied by the first change of a copy, on average.
    @inlinable static var length: Int { 64 }

    /// No elements.
    @inlinable public init() {}

    /// Adds an element at the end.
    @inlinable public mutating func append(_ element: Element) {
        last.append(element)
        guard last.count == Self.length else { return }
        full.append(last)
        last = []
    }

    /// Forgets elements from the beginning as long as a condition holds, in whole leaves: up to a leaf of them may stay.
    mutating func forgetMost(while isOld: (Element) -> Bool) {
        let old = full.prefix { leaf in leaf.last.map(isOld) ?? true }.count
        if old > 0 { full.removeFirst(old) }
    }
}

extension SharedArray: RandomAccessCollection {
    /// Zero.
    @inlinable public var startIndex: Int { 0 }
    /// The number of elements.
    @inlinable public var endIndex: Int { full.count * Self.length + last.count }
    /// The element at a position.
    @inlinable public subscript(position: Int) -> Element {
        let leaf = position / Self.length
        return leaf < full.count ? full[leaf][position % Self.length] : last[position - full.count * Self.length]
    }
}

extension SharedArray {
    /// The first position from which on a condition holds, of elements that stand so that it never ends once it has begun;
    /// the end if it holds nowhere.
    func firstPosition(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension SharedArray: Sendable where Element: Sendable {}
extension SharedArray: Equatable where Element: Equatable {
    /// Whether both hold equal elements; arrays of one length are cut alike.
    @inlinable public static func == (one: SharedArray, other: SharedArray) -> Bool {
        one.full == other.full && one.last == other.last
    }
}
