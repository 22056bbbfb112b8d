/// What a run of a centre is judged by.
public enum CentreMeasure: String, Codable, Sendable, CaseIterable {
    /// Shares of all who were referred
    case infusedOfReferred, respondersOfReferred, completeRespondersOfReferred, notBegun
    /// Shares of those found suitable, willing and covered
    case infusedOfAccepted, lostToDisease, diedWaiting, withdrew
    /// Shares of those collected, and of those infused
    case infusedOfCollected, responseRate
    /// Days
    case referralToCollection, referralToInfusion, veinToVein, stay
    /// Tumour before lymphodepletion, mL; infusions a year; cost of one infused patient, USD
    case baselineBurden, infusionsPerYear, costPerInfused

    /// For people.
    public var label: String {
        switch self {
        case .infusedOfReferred: "Infused, of those referred"
        case .respondersOfReferred: "Objective response, of those referred"
        case .completeRespondersOfReferred: "Complete response, of those referred"
        case .notBegun: "Not suitable, not covered or unable to stay, of those referred"
        case .infusedOfAccepted: "Infused, of those accepted"
        case .lostToDisease: "Lost to progression before infusion, of those accepted"
        case .diedWaiting: "Died before infusion, of those accepted"
        case .withdrew: "Lost to complications or wish, of those accepted"
        case .infusedOfCollected: "Infused, of those collected"
        case .responseRate: "Objective response, of those infused"
        case .referralToCollection: "Referral to leukapheresis, median"
        case .referralToInfusion: "Referral to infusion, median"
        case .veinToVein: "Vein to vein, median"
        case .stay: "First hospital stay, median"
        case .baselineBurden: "Tumour before lymphodepletion, median"
        case .infusionsPerYear: "Infusions a year"
        case .costPerInfused: "Cost of an infused patient, mean"
        }
    }

    /// UCUM unit; "1" for a share, "USD" for money.
    public var unit: String {
        switch self {
        case .referralToCollection, .referralToInfusion, .veinToVein, .stay: "d"
        case .baselineBurden: "mL"
        case .infusionsPerYear: "1/a"
        case .costPerInfused: "USD"
        default: "1"
        }
    }

    /// The value of some patients of a run; nil where nobody counts.
    /// - Parameter days: length of the window.
    public func value(of patients: [CentrePatient], days: Double) -> Double? {
        func share(_ counts: (CentrePatient) -> Bool, of belongs: (CentrePatient) -> Bool) -> Double? {
            let all = patients.filter(belongs)
            return all.isEmpty ? nil : Double(all.count(where: counts)) / Double(all.count)
        }
        func median(_ value: (CentrePatient) -> Double?) -> Double? { Quantile.of(patients.compactMap(value), 0.5) }
        let everybody: (CentrePatient) -> Bool = { _ in true }
        let accepted: (CentrePatient) -> Bool = { $0.isAccepted }
        switch self {
        case .infusedOfReferred: return share(\.isInfused, of: everybody)
        case .respondersOfReferred: return share(\.hasResponded, of: everybody)
        case .completeRespondersOfReferred: return share(\.hasCompleteResponse, of: everybody)
        case .notBegun: return share({ !($0.fate?.isOnTheWay ?? true) }, of: everybody)
        case .infusedOfAccepted: return share(\.isInfused, of: accepted)
        case .lostToDisease: return share({ $0.fate == .progressed }, of: accepted)
        case .diedWaiting: return share({ $0.fate == .died }, of: accepted)
        case .withdrew: return share({ $0.fate == .withdrew }, of: accepted)
        case .infusedOfCollected: return share(\.isInfused, of: { $0.collected != nil })
        case .responseRate: return share(\.hasResponded, of: \.isInfused)
        case .referralToCollection: return median { $0.collected.map { [referred = $0.referred] in $0 - referred } }
        case .referralToInfusion: return median(\.referralToInfusion)
        case .veinToVein: return median(\.veinToVein)
        case .stay: return median { $0.outcome?.stepDays[.hospital] }
        case .baselineBurden: return median { $0.isInfused ? $0.outcome?.baselineBurden : nil }
        case .infusionsPerYear:
            return Double(patients.count(where: \.isInfused)) / days * TimeFrame.daysPerYear
        case .costPerInfused:
            let costs = patients.filter(\.isInfused).compactMap { $0.outcome?.cost }
            return costs.isEmpty ? nil : costs.reduce(0, +) / Double(costs.count)
        }
    }
}

extension CentrePatient {
    /// Whether the patient was found suitable, willing and covered.
    public var isAccepted: Bool { approved != nil }
}
