import Care
import Catalogue
import Testing

@testable import Therapy

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct CovariateTests {
    private func correlation(_ x: [Double], _ y: [Double]) -> Double {
        let n = Double(x.count)
        let (mx, my) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
        let covariance = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
        let (vx, vy) = (x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }, y.reduce(0) { $0 + ($1 - my) * ($1 - my) })
        return covariance / (vx * vy).squareRoot()
    }

    @Test("covariates go together as the data say, and those not named do not")
    func correlations() throws {
        let setting = try Shipped.setting("zuma-1")
        let patients = (0..<4000).map {
            VirtualPatient.draw(index: $0, seed: 3, from: setting.study.population, covariates: setting.covariates)
        }
        let burden = patients.map { log($0.burden) }
        #expect(abs(correlation(burden, patients.map { log($0.ldh) }) - 0.6) < 0.05)
        #expect(abs(correlation(burden, patients.map { log($0.platelets) }) + 0.2) < 0.05)
        // Limits of age cut its correlation a little.
        let ageAndKidney = correlation(patients.map(\.age), patients.map { log($0.creatinineClearance) })
        #expect(ageAndKidney < -0.28 && ageAndKidney > -0.45)
        #expect(abs(correlation(burden, patients.map(\.age))) < 0.05)
    }

    @Test("every covariate lies within the limits of its population")
    func limits() throws {
        let population = try Shipped.setting("eliana").study.population
        for index in 0..<1000 {
            let patient = VirtualPatient.draw(
                index: index, seed: 9, from: population, covariates: CovariateLaw(try Shipped.covariates))
            #expect(patient.age >= population.age.minimum ?? 0 && patient.age <= population.age.maximum ?? 200)
            #expect(patient.burden <= population.burden.maximum ?? .infinity)
            #expect(patient.cd3 <= patient.lymphocytes)
        }
    }

    @Test("more lines of therapy leave less fit T cells")
    func lines() throws {
        var covariates = try Shipped.covariates
        let population = try Shipped.setting("zuma-1").study.population
        func slope() -> Double {
            let patients = (0..<2000).map {
                VirtualPatient.draw(index: $0, seed: 5, from: population, covariates: CovariateLaw(covariates))
            }
            return correlation(patients.map { Double($0.priorLines) }, patients.map(\.fitnessScore))
        }
        #expect(slope() < -0.1)
        covariates.fitnessPerPriorLine.value = 0
        covariates.correlations.removeAll()
        #expect(abs(slope()) < 0.05)
    }

    @Test("correlations that contradict each other have no factor")
    func contradictory() throws {
        var covariates = try Shipped.covariates
        #expect(covariates.factor != nil)
        for (a, b) in [(Covariate.ldh, Covariate.cd3Share), (.burden, .cd3Share)] {
            covariates.correlations.append(
                .init(between: a, and: b, value: a == .ldh ? 0.95 : -0.95, origin: .assumed, source: "test"))
        }
        #expect(covariates.factor == nil)
    }
}

@Suite struct RiskScoreTests {
    private func patient(_ change: (inout VirtualPatient) -> Void) throws -> VirtualPatient {
        let population = try Shipped.setting("zuma-1").study.population
        var patient = VirtualPatient.draw(
            index: 0, seed: 1, from: population, covariates: CovariateLaw(try Shipped.covariates))
        change(&patient)
        return patient
    }

    @Test(
        "CAR-HEMATOTOX: each item on both sides of its limits",
        arguments: [
            (150.0, 1.0, 8.5, 40.0, 2500.0, 6), (200, 3.0, 12, 4, 300, 0), (175, 1.201, 9.1, 29, 650, 2),
            (175.1, 1.201, 9.1, 29, 649, 0), (75, 1.21, 9.1, 29, 2000, 2), (74.9, 1.2, 9, 30, 2001, 7),
        ])
    func hematotox(
        platelets: Double, neutrophils: Double, haemoglobin: Double, crp: Double, ferritin: Double, points: Int
    ) throws {
        let patient = try patient {
            $0.platelets = platelets
            $0.neutrophils = neutrophils
            $0.haemoglobin = haemoglobin
            $0.crp = crp
            $0.ferritin = ferritin
        }
        #expect(patient.carHematotox == points)
    }

    @Test("EASIX: LDH by creatinine over platelets; m-EASIX has CRP in mg/dL")
    func easix() throws {
        let patient = try patient {
            $0.ldh = 400
            $0.platelets = 100
            $0.crp = 50
            $0.sex = .male
            $0.age = 60
            $0.weight = 72
            $0.height = 176.1
            $0.creatinineClearance = 1.73 * 80 / (1.2 * $0.bodySurface)
        }
        #expect(abs(patient.creatinine - 1.2) < 1e-9)
        #expect(abs(patient.easix - 4.8) < 1e-9)
        #expect(abs(patient.modifiedEasix - 20) < 1e-9)
    }
}
