extension Label {
    /// A product's label in one jurisdiction over time: the versions, oldest first. Versions follow one another without
    /// overlap and without gap.
    public struct History: Sendable, Equatable {
        /// What it is about.
        public let subject: Subject
        /// The versions, oldest first, each complete.
        public let versions: [Version]

        /// Takes versions as a file writes them: what a version leaves out is that of the version before.
        ///
        /// - Throws: all faults found, each with the version and the field.
        public init(subject: Subject, versions written: [Version]) throws(HistoryError) {
            var versions: [Version] = []
            for version in written { versions.append(version.inheriting(from: versions.last)) }
            let faults = Self.faults(written: written, complete: versions)
            guard faults.isEmpty else { throw HistoryError(subject: subject, faults: faults) }
            self.subject = subject
            self.versions = versions
        }

        /// The one version in force on a day.
        ///
        /// - Throws: `LabelLookupError` before the first version and after the last one ended.
        public func label(on day: Day) throws(LabelLookupError) -> Label {
            guard let version = versions.last(where: { $0.effectiveFrom <= day }) else {
                throw .notYet(subject: subject, on: day, first: versions[0].effectiveFrom)
            }
            if let until = version.until, until < day { throw .ended(subject: subject, on: day, last: until) }
            return Label(subject: subject, version: version)
        }
    }
}
