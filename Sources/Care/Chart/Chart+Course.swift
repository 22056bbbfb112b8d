/// The course of CRS and of ICANS, and how the team's grades stand to the computed ones.
extension Chart {
    /// All episodes of CRS, in order.
    public var crsEpisodes: [Episode<CRSGrade>] { crsMonitor.episodes.episodes }
    /// All episodes of ICANS, in order.
    public var icansEpisodes: [Episode<ICANSGrade>] { icansMonitor.episodes.episodes }

    /// Onset, highest grade, end and length of each episode of CRS.
    public func crsCourse(at instant: Instant) -> [Reason] {
        crsEpisodes.flatMap { course($0, sign: "a fever", entry: .vitalsTaken, at: instant) { $0.words } }
    }

    /// Onset, highest grade, end and length of each episode of ICANS.
    public func icansCourse(at instant: Instant) -> [Reason] {
        icansEpisodes.flatMap { course($0, sign: "a finding", entry: .neurologyAssessed, at: instant) { $0.words } }
    }

    private func course<Grade>(
        _ episode: Episode<Grade>, sign: String, entry: EventType, at instant: Instant, words: (Grade) -> String
    ) -> [Reason] {
        func add(_ finding: String, _ at: Instant, _ threshold: String) -> Reason {
            let isDeath = death?.at == at && episode.resolved == nil && finding.hasPrefix("highest")
            return Reason(
                finding: finding, at: at, source: Self.consensus, threshold: threshold, entry: isDeath ? .died : entry)
        }
        let day = day(at: episode.onset).map { " on day \(Self.decimal($0))" } ?? ""
        var all = [
            add("onset\(day)", episode.onset, "an episode begins with \(sign) after the infusion"),
            add("highest: \(words(episode.peak))", episode.peakAt, "the most severe sign counts"),
        ]
        let length = Self.decimal(episode.days(at: instant))
        if let resolved = episode.resolved {
            all.append(
                add(
                    "resolved after \(length) days", resolved,
                    "all signs are gone; signs that return within 3 days are the same episode (assumed)"))
        }
        return all
    }

    /// How the CRS grade that the team wrote down stands to the computed one.
    public var crsAgreement: TeamVerdict<CRSGrade> {
        TeamVerdict(
            crsRecord, grade: crsGrade, basis: crsMonitor.basis?.at, none: .none, name: "CRS", entry: .crsGraded)
    }

    /// How the ICANS grade that the team wrote down stands to the computed one.
    public var icansAgreement: TeamVerdict<ICANSGrade> {
        TeamVerdict(
            icansRecord, grade: icansGrade, basis: icansMonitor.basis?.at, none: .none, name: "ICANS",
            entry: .icansGraded)
    }

    /// The team's grade among the reasons of a computed one, where the two are not the same.
    func teamReasons<Grade>(_ verdict: TeamVerdict<Grade>) -> [Reason] {
        switch verdict.agreement {
        case .differs, .outdated: [verdict.reason].compactMap { $0 }
        case .none, .notRecorded, .agrees: []
        }
    }

    /// Why nothing is graded: nobody was infused, or nothing was measured since.
    func ungradedReasons(_ name: String) -> [Reason] {
        if let infusedAt {
            let threshold = "nothing has been measured since the infusion, so no \(name) is known"
            return [
                Reason(
                    finding: threshold, at: infusedAt, source: Self.consensus, threshold: threshold,
                    entry: .infusionCompleted)
            ]
        }
        guard let first = pathway.records.first else { return [] }
        let threshold = "\(name) follows an infusion of the cells; none is recorded"
        return [
            Reason(
                finding: threshold, at: first.at, source: Self.consensus, threshold: threshold, entry: first.event.type)
        ]
    }
}
