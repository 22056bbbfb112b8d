import Therapy

/// The numbers of a plan that were assumed, with their grounds.
enum CentreAssumptions {
    static func lines(_ plan: CentrePlan) -> [String] {
        var named: [(String, SourcedValue)] = []
        for service in plan.services {
            named.append(("\(service.id), referrals", service.referralsPerYear))
            named.append(("\(service.id), manufacturing slots", service.slotsPerMonth))
            named.append(("\(service.id), pace", service.pace))
        }
        for kind in plan.kinds {
            named.append(("\(kind.id), consults", kind.consultsPerWeek))
            named.append(("\(kind.id), leukaphereses", kind.collectionsPerWeek))
            named.append(("\(kind.id), beds", kind.beds))
            named.append(("\(kind.id), intensive care beds", kind.intensiveCareBeds))
            named.append(("\(kind.id), clinic visits", kind.visitsPerWeek))
        }
        let steps = plan.steps
        named += [
            ("intake", steps.intakeDays), ("not suitable", steps.unsuitableShare), ("payer", steps.approvalDays),
            ("denied", steps.deniedShare), ("holding therapy, share", steps.holdingShare),
            ("holding therapy, growth left", steps.holdingGrowth), ("notice of collection", steps.collectionNoticeDays),
            ("call-in", steps.callInDays), ("proximity, hours", plan.proximity.withinHours),
            ("proximity, days", plan.proximity.days), ("proximity, declined a day", plan.proximity.declinePerDay),
            ("road", plan.region.roadFactor), ("speed", plan.region.speed),
        ]
        for load in plan.staff { named.append(("\(load.role), \(load.activity.rawValue)", load.hours)) }
        return named.filter { $0.1.origin == .assumed }.map { name, number in
            "\(name): \(Words.number(number.value)) \(number.unit == "1" ? "" : number.unit + " ")(\(number.source))"
        }
    }
}
