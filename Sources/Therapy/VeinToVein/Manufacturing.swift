import Care
import Dynamics

/// One attempt to make a product from a patient's cells.
struct Batch: Sendable, Equatable {
    /// How the attempt ended.
    enum Verdict: Sendable, Equatable {
        /// Every test within its limit.
        case inSpecification
        /// These tests out of their limits, and the physician took the product all the same.
        case outOfSpecification([String])
        /// Not given, and why.
        case failed(String)
    }
    /// Attempt, from 1.
    var attempt: Int
    /// Day on which culture began, from enrolment.
    var started: Double
    /// Day of harvest, from enrolment.
    var harvested: Double
    /// Day of the verdict, from enrolment.
    var tested: Double
    /// CD3+ cells put in, 10⁹.
    var input: Double
    /// Transduction as measured.
    var transduction: Transduction
    /// The culture at harvest.
    var harvest: Harvest
    /// The release tests.
    var certificate: Certificate
    /// How it ended.
    var verdict: Verdict

    /// Whether there is a product to give.
    var isReleased: Bool {
        if case .failed = verdict { false } else { true }
    }
}

/// Transduction, expansion and release testing of a patient's cells.
///
/// Transduction is over-dispersed: vector copies a cell follow a negative binomial with mean m and dispersion k, so
/// that the CAR-positive share is 1 − (1 + m/k)^(−k) and copies per transduced cell m / share. A Poisson law (k → ∞)
/// could not produce the copy-number failures that happen. Growth is exponential after a lag, with a doubling time of
/// the donor; culture goes on to three days longer where the dose is not reached.
struct Manufacturing {
    let product: Product
    let dose: DoseRule
    let course: CourseNumbers

    /// Runs one attempt.
    /// - Parameters:
    ///   - material: CD3+ cells at hand, 10⁹.
    ///   - start: day from enrolment on which the factory has a slot.
    func attempt(
        _ number: Int, batch name: String, material: Double, start: Double, patient: VirtualPatient,
        stream: inout RandomStream
    ) -> Batch {
        let process = product.process
        let recovered =
            material * (process.startingMaterialFrozen ? process.thawRecovery.draw(from: &stream) : 1)
            * process.selectionRecovery.draw(from: &stream)
        let input = min(recovered, process.batchInput.value)

        let copies = process.vectorCopiesMean.draw(from: &stream)
        let dispersion = process.vectorDispersion.value
        let positive = 1 - power(1 + copies / dispersion, -dispersion)
        let assay = exponential(logNormalSigma(cv: course.measurement.vectorCopies) * stream.normal())
        let copyNumber = copies / positive * assay

        // A fit donor's cells divide faster: the score of the doubling time runs against that of fitness.
        let rho = course.cells.growthFitnessCorrelation
        let score = -rho * patient.fitnessScore + (1 - rho * rho).squareRoot() * stream.normal()
        let doublingDays = process.doublingHours.value(atScore: score) / 24
        let lag = process.lagDays.draw(from: &stream)
        let viability = process.viability.draw(from: &stream)
        let memory = process.memoryFraction.draw(from: &stream)
        var days = process.cultureDays.draw(from: &stream)
        func cells(after days: Double) -> Double {
            input * 1000 * powerOfTwo(max(0, days - lag) / doublingDays) * positive * viability
        }
        let wanted = target(for: patient)
        let latest = days + course.cells.longestExtension
        while cells(after: days) < wanted, days < latest { days = min(latest, days + 1) }
        let made = min(cells(after: days), wanted)
        let harvest = Harvest(
            batch: name, cultureDays: days, doublings: max(0, days - lag) / doublingDays, carPositiveCells: made,
            viability: viability, memoryFraction: memory)
        let transduction = Transduction(batch: name, carPositive: positive, vectorCopyNumber: copyNumber)
        let certificate = Certificate(
            batch: name,
            tests: process.releaseLimits.map { limit in
                let value =
                    switch limit.test {
                    case .viability: viability
                    case .carPositive: positive
                    case .vectorCopyNumber: copyNumber
                    case .dose: doseForLimit(cells: made, patient: patient)
                    }
                return Certificate.Test(
                    name: limit.test.rawValue, value: value, unit: limit.unit, limit: limit.words,
                    passed: value >= limit.atLeast ?? -.infinity && value <= limit.atMost ?? .infinity)
            })
        let lost = stream.bernoulli(process.batchLoss.value)
        let taken = stream.bernoulli(process.outOfSpecificationAccepted.value)
        let failures = certificate.tests.filter { !$0.passed }.map(\.name)
        let verdict: Batch.Verdict =
            if lost {
                .failed("batch lost in manufacture")
            } else if failures.isEmpty {
                .inSpecification
            } else if taken, made > 0 {
                .outOfSpecification(failures)
            } else {
                .failed("out of specification: " + failures.joined(separator: ", "))
            }
        let harvested = start + days
        return Batch(
            attempt: number, started: start, harvested: harvested,
            tested: harvested + process.releaseDays.draw(from: &stream), input: input, transduction: transduction,
            harvest: harvest, certificate: certificate, verdict: verdict)
    }

    /// CAR-positive viable cells to be given to this patient, 10⁶.
    func target(for patient: VirtualPatient) -> Double {
        if let flat = dose.target,
            dose.targetPerKilogram == nil || patient.weight > dose.flatAboveKilograms ?? .infinity
        {
            return min(flat, dose.cap)
        }
        return min((dose.targetPerKilogram ?? 0) * patient.weight, dose.cap)
    }

    /// The dose in the unit of the release limit: 10⁶/kg for a dose by weight, 10⁶ for a flat one.
    private func doseForLimit(cells: Double, patient: VirtualPatient) -> Double {
        let flat = dose.targetPerKilogram == nil || patient.weight > dose.flatAboveKilograms ?? .infinity
        // A capped dose by weight is within specification although it is less per kg.
        if !flat, cells >= dose.cap { return dose.targetPerKilogram ?? 0 }
        return flat ? cells : cells / patient.weight
    }
}

extension ReleaseLimit {
    /// The limit in words, for the certificate.
    var words: String {
        switch (atLeast, atMost) {
        case (let low?, let high?): "\(low) to \(high) \(unit)"
        case (let low?, nil): ">= \(low) \(unit)"
        case (nil, let high?): "<= \(high) \(unit)"
        case (nil, nil): "reported"
        }
    }
}
