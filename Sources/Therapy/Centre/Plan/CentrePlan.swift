/// A treatment centre, or a network of them, as data: who is referred, what there is, how long things take.
///
/// Numbers carry their origin as everywhere. Days count from the start of the simulation, a Monday.
public struct CentrePlan: Codable, Sendable, Equatable {
    /// Identifier.
    public var id: String
    /// Title for people.
    public var title: String
    /// What the numbers rest on.
    public var sources: [String]
    /// Who wrote this file.
    public var author: String
    /// Date of the last change, ISO 8601.
    public var date: String
    /// What is simulated.
    public var time: TimeFrame
    /// Where patients live.
    public var region: Region
    /// The products offered, each with the patients that are referred for it.
    public var services: [CentreService]
    /// Kinds of centre: what there is of everything.
    public var kinds: [CentreKind]
    /// The centres.
    public var sites: [CentreSite]
    /// The way from referral to collection, and what may stop it.
    public var steps: CentreSteps
    /// Staying near the centre after infusion.
    public var proximity: ProximityRule
    /// Who is served first: `first-come`, or one of `rules`.
    public var priority: String
    /// Priority rules.
    public var rules: [PriorityRule]?
    /// Staff hours by what is done.
    public var staff: [StaffLoad]
    /// What is to be compared with the plan as it stands.
    public var scenarios: [CentreScenario]?

    /// The rule of the queues; nil for first come, first served.
    public var priorityRule: PriorityRule? { rules?.first { $0.id == priority } }
    /// The name of the rule that needs no rule.
    public static let firstCome = "first-come"
}

/// What is simulated.
public struct TimeFrame: Codable, Sendable, Equatable {
    /// Years whose referrals are counted.
    public var years: Double
    /// Days before them, in which queues build up.
    public var warmUpDays: Double
    /// Days after them in which referrals go on, so that the last ones counted meet the same crowd as the first.
    public var runOutDays: Double

    /// Days of a year.
    public static let daysPerYear = 365.25
    /// First counted day.
    public var start: Double { warmUpDays }
    /// Day after the last counted one.
    public var end: Double { warmUpDays + years * Self.daysPerYear }
}

/// A product that is offered, and the patients that are referred for it: those of a study's population.
public struct CentreService: Codable, Sendable, Equatable {
    /// Identifier within the plan.
    public var id: String
    /// The study whose patients, product, dose and schedule these are.
    public var study: String
    /// Referrals a year over the whole region.
    public var referralsPerYear: SourcedValue
    /// Manufacturing slots a month (30.44 days): of each site, or of all together.
    public var slotsPerMonth: SourcedValue
    /// Whether the slots are shared by all sites.
    public var slotsShared: Bool
    /// Factor on all times between collection and the product's arrival; the cells are the same.
    public var pace: SourcedValue
    /// Numbers of the study and its product that differ here, by the names of `trial --set`.
    public var changes: [String: Double]?

    /// Days of a month.
    public static let daysPerMonth = 30.44
}

/// The way from referral to collection.
public struct CentreSteps: Codable, Sendable, Equatable {
    /// Days from referral until the patient can be seen (records, travel).
    public var intakeDays: SourcedValue
    /// Whether the study's criteria decide on who goes on.
    public var studyCriteria: Bool
    /// Share of those seen who are not suitable for other reasons than the study's criteria.
    public var unsuitableShare: SourcedValue
    /// Days until the payer has answered.
    public var approvalDays: SourcedValue
    /// Share that the payer denies.
    public var deniedShare: SourcedValue
    /// Share of patients who have therapy that holds the disease until collection.
    public var holdingShare: SourcedValue
    /// What is left of the tumour's growth under it, as a factor.
    public var holdingGrowth: SourcedValue
    /// Days between the booking of a collection and the collection (wash-out, infectious markers).
    public var collectionNoticeDays: SourcedValue
    /// Days between the promise of a bed and the first day of lymphodepletion.
    public var callInDays: SourcedValue
}

/// How many hours of whom an activity takes.
public struct StaffLoad: Codable, Sendable, Equatable {
    /// What takes time.
    public enum Activity: String, Codable, Sendable, CaseIterable {
        /// Per event
        case consult, leukapheresis, lymphodepletion, infusion, visit
        /// Per day
        case wardDay, intensiveCareDay
    }
    /// Who.
    public var role: String
    /// Does what.
    public var activity: Activity
    /// Hours.
    public var hours: SourcedValue
}

/// A change of the plan that is run in the same patients.
public struct CentreScenario: Codable, Sendable, Equatable {
    /// One number or word that changes.
    public struct Change: Codable, Sendable, Equatable {
        /// Where: `services[axi-cel].pace`, `kinds[*].beds`, `proximity.days`.
        public var path: String
        /// The new number.
        public var value: Double?
        /// A factor on the number.
        public var times: Double?
        /// Something added to the number.
        public var plus: Double?
        /// The new word.
        public var word: String?
    }
    /// Identifier.
    public var id: String
    /// Title for people.
    public var title: String
    /// What changes.
    public var changes: [Change]?
    /// Sites that are added.
    public var sites: [CentreSite]?
}

extension CentreScenario {
    /// One more of each resource, everywhere: what is short shows by what it buys.
    public static func oneMoreOfEach(_ plan: CentrePlan) -> [CentreScenario] {
        func more(_ id: String, _ title: String, _ path: String) -> CentreScenario {
            CentreScenario(
                id: "one-more-" + id, title: title,
                changes: [Change(path: path, value: nil, times: nil, plus: 1, word: nil)], sites: nil)
        }
        return [
            more("consult", "One more consult a week at each site", "kinds[*].consultsPerWeek"),
            more("collection", "One more leukapheresis a week at each site", "kinds[*].collectionsPerWeek"),
        ]
            + plan.services.map { service in
                more(
                    "slot-\(service.id)", "One more manufacturing slot a month for \(service.id)",
                    "services[\(service.id)].slotsPerMonth")
            } + [
                more("bed", "One more bed at each site", "kinds[*].beds"),
                more("intensive-care-bed", "One more intensive care bed at each site", "kinds[*].intensiveCareBeds"),
            ]
    }
}
