import Care

/// What myeloma cells secrete, and what IMWG 2016 reads from it, by the thresholds of `Care.IMWG`.
struct MyelomaMarkers: Sendable, Equatable {
    /// M-protein in serum, g/L.
    var mProtein: Double
    /// Free light chains of the kind that the myeloma makes, mg/L.
    var involvedFLC: Double
    /// Of the other kind, mg/L.
    var uninvolvedFLC: Double

    /// No myeloma.
    static let absent = MyelomaMarkers(mProtein: 0, involvedFLC: 0, uninvolvedFLC: 0)

    /// M-protein can be followed from 10 g/L on.
    var hasMeasurableMProtein: Bool { mProtein >= IMWG.measurableSerum }
    /// Immunofixation finds about 0.2 g/L (assumed).
    var isImmunofixationNegative: Bool { mProtein < 0.2 }
    /// Involved over uninvolved light chains within the normal range, 0.26 to 1.65.
    var hasNormalRatio: Bool { uninvolvedFLC <= 0 || involvedFLC / uninvolvedFLC <= IMWG.normalRatio.upperBound }
    /// Involved less uninvolved light chains, mg/L.
    var difference: Double { max(0, involvedFLC - uninvolvedFLC) }

    /// What is left of the baseline: of the M-protein where it was measurable, else of the difference of light chains.
    func remaining(of baseline: MyelomaMarkers) -> Double {
        if baseline.hasMeasurableMProtein { return mProtein / baseline.mProtein }
        return baseline.difference > 0 ? difference / baseline.difference : 0
    }

    /// A rise from the lowest values of a quarter and of 5 g/L of M-protein, or of a quarter and 100 mg/L of light chains
    /// (`IMWGJudgement` asks for more than 100, as the text does; in a simulated value the two are the same).
    func showsProgression(from nadir: MyelomaMarkers) -> Bool {
        let protein = mProtein >= IMWG.progression * nadir.mProtein && mProtein - nadir.mProtein >= IMWG.serumRise
        let chains =
            difference >= IMWG.progression * nadir.difference
            && difference - nadir.difference >= IMWG.lightChainRise
        return protein || chains
    }

    /// The lower of each.
    func lowest(with other: MyelomaMarkers) -> MyelomaMarkers {
        MyelomaMarkers(
            mProtein: min(mProtein, other.mProtein), involvedFLC: min(involvedFLC, other.involvedFLC),
            uninvolvedFLC: min(uninvolvedFLC, other.uninvolvedFLC))
    }
}
