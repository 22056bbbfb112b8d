import Therapy

extension Inspection {
    /// A plan of a centre: everything that is named exists, capacities are such as can be, shares are shares.
    mutating func check(_ plan: CentrePlan, _ knowledge: CentreKnowledge) {
        for (path, text) in [("id", plan.id), ("title", plan.title), ("author", plan.author)] as [(FieldPath, String)] {
            requireText(text, path)
        }
        requireDate(plan.date, "date")
        require(!plan.sources.isEmpty, "sources", "one source at least", "Say what the numbers rest on.")
        check(plan.time)
        check(plan.region)
        checkServices(plan, knowledge)
        checkKinds(plan)
        checkSites(plan, "sites")
        check(plan.steps)
        check(plan.proximity)
        checkRules(plan)
        for (index, load) in plan.staff.enumerated() {
            let path = FieldPath("staff") + index
            requireText(load.role, path + "role")
            check(load.hours, path + "hours", unit: "h", in: .notNegative)
        }
        requireEachOnce((plan.scenarios ?? []).map(\.id), "scenarios", "scenario")
        checkSize(plan)
    }

    private mutating func check(_ time: TimeFrame) {
        let path: FieldPath = "time"
        require(time.years > 0 && time.years <= 50, path + "years", "more than 0, at most 50", "Write years.")
        for (name, days) in [("warmUpDays", time.warmUpDays), ("runOutDays", time.runOutDays)] {
            require((0...3653).contains(days), path + name, "0 to 3653 days", "Write days.")
        }
    }

    /// More patients than this would fill the memory.
    private static let mostPatients = 2_000_000.0

    private mutating func checkSize(_ plan: CentrePlan) {
        let days = plan.time.end + plan.time.runOutDays
        let patients =
            plan.services.reduce(0) { $0 + $1.referralsPerYear.value } * days / TimeFrame.daysPerYear
        require(
            patients <= Self.mostPatients, "time", "at most \(Int(Self.mostPatients)) patients in all",
            found: "\(patients.rounded()) patients", "Shorten the time, or lower `referralsPerYear`.")
    }

    private mutating func check(_ region: Region) {
        let path: FieldPath = "region"
        check(region.roadFactor, path + "roadFactor", unit: "1", in: 1...10)
        check(region.speed, path + "speed", unit: "km/h", in: 1...1000)
        require(!region.places.isEmpty, path + "places", "one place at least", "Say where patients live.")
        for (index, place) in region.places.enumerated() {
            let path = path + "places" + index
            requireText(place.name, path + "name")
            require(place.spread >= 0, path + "spread", "0 or more", "Write km.")
            require(place.share > 0, path + "share", "more than 0", "Leave the place out, or give it a share.")
        }
    }

    private mutating func checkServices(_ plan: CentrePlan, _ knowledge: CentreKnowledge) {
        require(!plan.services.isEmpty, "services", "one service at least", "Add a product.")
        requireEachOnce(plan.services.map(\.id), "services", "service")
        for (index, service) in plan.services.enumerated() {
            let path = FieldPath("services") + index
            requireText(service.id, path + "id")
            require(service.study, isOneOf: knowledge.studies, path + "study", "a study of the catalogue")
            check(service.referralsPerYear, path + "referralsPerYear", unit: "1/a", in: .positive)
            check(service.slotsPerMonth, path + "slotsPerMonth", unit: "1/mo", in: 0.01...100_000)
            check(service.pace, path + "pace", unit: "1", in: 0.01...10)
            let offered = plan.sites.contains { $0.offers(service.id) }
            require(
                offered, path + "id", "a service that a site offers", found: "'\(service.id)', offered nowhere",
                "Add it to the `services` of a site, or take the service away.")
            guard let known = knowledge.numbers else { continue }
            for name in (service.changes ?? [:]).keys.sorted() {
                require(name, isOneOf: known, path + "changes" + name, "a number of the study or its product")
            }
        }
    }

    private mutating func checkKinds(_ plan: CentrePlan) {
        requireEachOnce(plan.kinds.map(\.id), "kinds", "kind")
        for (index, kind) in plan.kinds.enumerated() {
            let path = FieldPath("kinds") + index
            for (name, slots) in [
                ("consultsPerWeek", kind.consultsPerWeek), ("collectionsPerWeek", kind.collectionsPerWeek),
                ("visitsPerWeek", kind.visitsPerWeek),
            ] {
                check(slots, path + name, unit: "1/wk", in: 0.01...100_000)
            }
            checkBeds(kind.beds, path + "beds", least: kind.care == .outpatient ? 0 : 1)
            checkBeds(kind.intensiveCareBeds, path + "intensiveCareBeds", least: 0)
        }
    }

    private mutating func checkBeds(_ beds: SourcedValue, _ path: FieldPath, least: Double) {
        check(beds, path, unit: "1")
        require(
            beds.value >= least && beds.value <= 10_000 && beds.value == beds.value.rounded(), path + "value",
            "a whole number of beds, \(Int(least)) or more",
            least > 0
                ? "Patients who are admitted for the infusion need a bed; or write `care: outpatient`."
                : "Write a whole number.")
    }

    /// Sites have a kind, offer what there is, and stand once.
    /// - Parameter first: the first one to be checked, which stands at the beginning of `path`.
    mutating func checkSites(_ plan: CentrePlan, _ path: FieldPath, from first: Int = 0) {
        require(!plan.sites.isEmpty, path, "one site at least", "Add a site.")
        requireEachOnce(plan.sites.map(\.id), path, "site", from: first)
        let (kinds, services) = (plan.kinds.map(\.id), plan.services.map(\.id))
        for (index, site) in plan.sites.enumerated().dropFirst(first) {
            let place = path + (index - first)
            requireText(site.id, place + "id")
            require(site.kind, isOneOf: kinds, place + "kind", "a kind of the plan")
            for (number, service) in (site.services ?? []).enumerated() {
                require(service, isOneOf: services, place + "services" + number, "a service of the plan")
            }
        }
    }

    private mutating func check(_ steps: CentreSteps) {
        let path: FieldPath = "steps"
        for (name, days) in [
            ("intakeDays", steps.intakeDays), ("approvalDays", steps.approvalDays),
            ("collectionNoticeDays", steps.collectionNoticeDays), ("callInDays", steps.callInDays),
        ] { check(days, path + name, unit: "d", in: 0...365) }
        for (name, share) in [
            ("unsuitableShare", steps.unsuitableShare), ("deniedShare", steps.deniedShare),
            ("holdingShare", steps.holdingShare), ("holdingGrowth", steps.holdingGrowth),
        ] { check(share, path + name, unit: "1", in: 0...1) }
    }

    private mutating func check(_ rule: ProximityRule) {
        let path: FieldPath = "proximity"
        check(rule.withinHours, path + "withinHours", unit: "h", in: .notNegative)
        check(rule.days, path + "days", unit: "d", in: 0...365)
        check(rule.declinePerDay, path + "declinePerDay", unit: "1/d", in: 0...1)
    }

    private mutating func checkRules(_ plan: CentrePlan) {
        let rules = plan.rules ?? []
        requireEachOnce(rules.map(\.id), "rules", "rule")
        require(
            plan.priority, isOneOf: [CentrePlan.firstCome] + rules.map(\.id), "priority", "a rule of the plan")
        for (index, rule) in rules.enumerated() {
            let path = FieldPath("rules") + index
            require(
                rule.id != CentrePlan.firstCome, path + "id", "another name than \(CentrePlan.firstCome)",
                "That one needs no rule.")
            requireText(rule.source, path + "source")
            require(!rule.terms.isEmpty, path + "terms", "one term at least", "Say what the score is made of.")
            for (number, term) in rule.terms.enumerated() {
                require(
                    term.covariate.rawValue, isOneOf: PriorityRule.knowable.map(\.rawValue),
                    path + "terms" + number + "covariate", "something known at the consult")
            }
        }
    }

    private mutating func requireEachOnce(
        _ ids: [String], _ path: FieldPath, _ what: String, from first: Int = 0
    ) {
        for (index, id) in ids.enumerated().dropFirst(first) where ids[..<index].contains(id) {
            require(
                false, path + (index - first) + "id", "each \(what) once", found: "'\(id)' again", "Rename one of them."
            )
        }
    }
}
