import Care
import Dynamics

/// One patient's cells on their way, a step at a time: what is drawn of them, collections, attempts. When each step is
/// taken, others decide: `VeinToVein.plan` by the study's waiting times, a centre by its queues.
struct CellPath: Sendable {
    private let patient: VirtualPatient
    private let process: ManufacturingProcess
    private let manufacturing: Manufacturing
    private let constants: CourseNumbers.Cells
    private var apheresis, factory: RandomStream
    private var material = 0.0

    /// Days to the factory; from release to the hospital; from receipt to the start of a batch; from the product's
    /// arrival to lymphodepletion; from enrolment to collection where no queue decides.
    let inbound, outbound, wait, readiness, enrolmentToCollection: Double
    /// Whether there is bridging therapy, and the share of the tumour that it leaves.
    let isBridged: Bool
    let remaining: Double
    /// Collections with the day each ended.
    private(set) var collections: [(day: Double, record: Leukapheresis)] = []
    /// Attempts, in order.
    private(set) var batches: [Batch] = []

    init(patient: VirtualPatient, study: Study, product: Product, course: CourseNumbers, source: RandomSource) {
        var logistics = source.stream(.logistics, patient: patient.index)
        var bridge = source.stream(.bridging, patient: patient.index)
        apheresis = source.stream(.apheresis, patient: patient.index)
        factory = source.stream(.manufacturing, patient: patient.index)
        self.patient = patient
        process = product.process
        manufacturing = Manufacturing(product: product, dose: study.dose, course: course)
        constants = course.cells
        // The order of these draws is for ever.
        inbound = process.inboundDays.draw(from: &logistics)
        outbound = process.outboundDays.draw(from: &logistics)
        wait = process.slotWaitDays.draw(from: &logistics)
        readiness = study.logistics.arrivalToLymphodepletion.draw(from: &logistics)
        enrolmentToCollection = study.logistics.enrolmentToCollection.draw(from: &logistics)
        isBridged = bridge.bernoulli(study.bridging.share.value)
        remaining = study.bridging.remaining.draw(from: &bridge)
    }

    /// Whether another attempt may be made after those that failed.
    var mayTryAgain: Bool { batches.count < max(1, process.maximumAttempts) }

    /// Whether the cells at hand are too few for another attempt.
    var needsCollection: Bool { material < process.collectionMinimum.value }

    /// Collects cells from a day on.
    /// - Returns: The day of the last collection.
    mutating func collect(on day: Double) -> Double {
        let records = Apheresis.collect(from: patient, for: process, constants: constants, stream: &apheresis)
        for record in records {
            var numbered = record
            numbered.collection = collections.count + 1
            collections.append((day + Double(record.collection - 1), numbered))
        }
        // What is left of an earlier collection is too little to start from, and is not kept.
        material = records.reduce(0) { $0 + $1.cd3Collected }
        return day + Double(records.count - 1)
    }

    /// Makes an attempt that starts on a day.
    /// - Parameters:
    ///   - anchor: the day from which the attempt's times are stretched.
    ///   - pace: the factor by which they are.
    mutating func attempt(start: Double, from anchor: Double = 0, pace: Double = 1) -> Batch {
        let number = batches.count + 1
        var batch = manufacturing.attempt(
            number, batch: "B\(patient.index)-\(number)", material: material, start: start, patient: patient,
            stream: &factory)
        if pace != 1 {
            for path in [\Batch.started, \.harvested, \.tested] {
                batch[keyPath: path] = anchor + (batch[keyPath: path] - anchor) * pace
            }
        }
        batches.append(batch)
        if !batch.isReleased { material -= batch.input }
        return batch
    }
}
