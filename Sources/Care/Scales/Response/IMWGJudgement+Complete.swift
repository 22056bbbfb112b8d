/// What complete responses ask for, and what progression is.
extension IMWGJudgement {
    func judgeImmunofixation(_ ceilings: inout ResponseCeilings<IMWGResponse>) {
        let both = [
            ("serum", now.serumImmunofixationNegative), ("urine", now.urineImmunofixationNegative),
        ]
        for (name, negative) in both {
            switch negative {
            case true?: ceilings.found("immunofixation of \(name)", "negative", allows: .stringentComplete)
            case false?: ceilings.found("immunofixation of \(name)", "positive", allows: .veryGoodPartial)
            case nil: ceilings.lacks("immunofixation of \(name)", allows: .veryGoodPartial)
            }
        }
    }

    /// Stringent asks for a normal ratio; so does a complete response where light chains are all that can be followed.
    func judgeRatio(_ ceilings: inout ResponseCeilings<IMWGResponse>, isFollowed: Bool) {
        let without: IMWGResponse = isFollowed ? .veryGoodPartial : .complete
        switch now.ratioNormal {
        case true?: ceilings.found("ratio of free light chains", "normal, 0.26 to 1.65", allows: .stringentComplete)
        case false?: ceilings.found("ratio of free light chains", "abnormal", allows: without)
        case nil: ceilings.lacks("ratio of free light chains", allows: without)
        }
    }

    /// Gone for a complete response, halved for a partial or minimal one. A very good partial response is not said to ask
    /// for more than a partial one.
    func judgePlasmacytomas(_ ceilings: inout ResponseCeilings<IMWGResponse>) {
        guard let value = now.plasmacytomas else {
            let hadSome = baseline.plasmacytomas.map { $0 > 0 } ?? false
            return ceilings.lacks("soft tissue plasmacytomas", allows: hadSome ? .stable : .veryGoodPartial)
        }
        if value == 0 { return ceilings.found("plasmacytomas", "none", allows: .stringentComplete) }
        let before = baseline.plasmacytomas ?? 0
        let finding = "plasmacytomas \(value.short) cm², \(before.short) at baseline"
        if value <= 0.5 * before {
            ceilings.found(finding, "smaller by half or more", allows: .veryGoodPartial)
        } else {
            ceilings.found(finding, "not smaller by half", allows: .stable)
        }
    }

    func judgeProgression(_ ceilings: inout ResponseCeilings<IMWGResponse>, _ followed: Set<MyelomaMarker>) {
        func rise(
            _ name: String, _ now: Double?, _ least: Double?, unit: String, _ rule: String, by isRise: (Double) -> Bool
        ) {
            guard let now, let least, now + 1e-9 >= IMWG.progression * least, isRise(now - least) else { return }
            ceilings.found("\(name) \(now.short) \(unit), \(least.short) at its lowest", rule, allows: .progressive)
        }
        rise("serum M-protein", now.serum, nadir.serum, unit: "g/L", "up by 25 % and 5 g/L") {
            $0 + 1e-9 >= IMWG.serumRise
        }
        if let value = now.serum, let least = nadir.serum, least >= IMWG.highSerum,
            value - least + 1e-9 >= IMWG.highSerumRise
        {
            ceilings.found(
                "serum M-protein \(value.short) g/L, \(least.short) at its lowest", "up by 10 g/L from 50 or more",
                allows: .progressive)
        }
        rise("urine M-protein", now.urine, nadir.urine, unit: "mg/24 h", "up by 25 % and 200 mg/24 h") {
            $0 + 1e-9 >= IMWG.urineRise
        }
        if !followed.contains(.serum), !followed.contains(.urine) {
            let rule = "up by 25 % and more than 100 mg/L"
            rise("difference of light chains", now.difference, nadir.difference, unit: "mg/L", rule) {
                $0 - 1e-9 > IMWG.lightChainRise
            }
        }
        if followed.isEmpty || followed == [.marrow] {
            rise("plasma cells", now.plasmaCells, nadir.plasmaCells, unit: "%", "up by 25 % and 10 points") {
                $0 + 1e-9 >= IMWG.marrowRise
            }
            // Half more, and 200/µL at least.
            if let value = now.circulating, let least = nadir.circulating, value >= 1.5 * least,
                value - least >= IMWG.circulatingRise
            {
                ceilings.found(
                    "plasma cells in blood \(value.short)/µL, \(least.short) at the lowest", "up by half and 200/µL",
                    allows: .progressive)
            }
        }
        if let value = now.plasmacytomas, let least = nadir.plasmacytomas, value > 0, value >= 1.5 * least {
            ceilings.found(
                "plasmacytomas \(value.short) cm², \(least.short) at the smallest", "new, or half larger",
                allows: .progressive)
        }
        switch now.newLesions {
        case true?: ceilings.found("bone lesions or plasmacytomas", "new or clearly grown", allows: .progressive)
        case false?: ceilings.found("new bone lesions or plasmacytomas", "none", allows: .stringentComplete)
        case nil: ceilings.lacks("new bone lesions (imaging is done on suspicion)", allows: .stringentComplete)
        }
    }
}
