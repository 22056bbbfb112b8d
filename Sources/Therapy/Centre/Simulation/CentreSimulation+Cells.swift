import Care
import Queueing

/// From a manufacturing slot to the product at the hospital.
extension CentreSimulation {
    /// First slots of everything.
    mutating func planSlots() {
        for site in sites.indices {
            calendar.schedule(.consultSlot(site: site, number: -1), at: 0)
            calendar.schedule(.collectionSlot(site: site, number: -1), at: 0)
        }
        for service in factory.indices {
            for line in factory[service].indices {
                calendar.schedule(.factorySlot(service: service, line: line, number: -1), at: 0)
            }
        }
    }

    /// Somebody gets a manufacturing slot: a first one, or one for another attempt.
    mutating func offerSlot(_ service: Int, _ line: Int, _ number: Int) {
        let slots = SlotCalendar(
            slots: plan.services[service].slotsPerMonth.value, inDays: CentreService.daysPerMonth,
            phase: phase(of: service * 31 + line))
        calendar.schedule(
            .factorySlot(service: service, line: line, number: number + 1), at: slots.time(of: number + 1))
        guard number >= 0, let index = factory[service][line].offer(at: now), var patient = patients[index] else {
            return
        }
        note("slot", index)
        if patient.slotted == nil { patient.slotted = now }
        let hasCells = patient.path.map { !$0.collections.isEmpty && !$0.needsCollection } ?? false
        if !hasCells, patient.collected == nil { patient.stage = .collection }
        patients[index] = patient
        if hasCells {
            manufacture(index, from: now)
        } else {
            sites[patient.site].collections.arrive(index, priority: rank(of: patient), at: now)
        }
    }

    /// Those whose cells were collected once already come before all others.
    private func rank(of patient: CentrePatient) -> Double {
        patient.collected == nil ? patient.priority : .greatestFiniteMagnitude
    }

    /// A collection is booked: the slot is that of some days ahead.
    mutating func offerCollection(site: Int, _ number: Int) {
        let slots = SlotCalendar(slots: kinds[site].collectionsPerWeek.value, inDays: 7, phase: phase(of: site + 7))
        calendar.schedule(.collectionSlot(site: site, number: number + 1), at: slots.time(of: number + 1))
        guard number >= 0 else { return }
        if sites[site].furtherDays > 0 {
            sites[site].furtherDays -= 1
            return
        }
        guard let index = sites[site].collections.offer(at: now), var patient = patients[index] else { return }
        let day = now + plan.steps.collectionNoticeDays.value
        patient.booked = day
        note("collection booked", index)
        if patient.path == nil {
            let setting = model.settings[patient.service]
            var path = CellPath(
                patient: patient.virtual, study: setting.study, product: setting.product, course: setting.numbers,
                source: setting.source)
            sites[site].furtherDays += Int(
                path.collect(on: day - patient.referred) - (day - patient.referred) + 0.5)
            let pace = plan.services[patient.service].pace.value
            // Bridging therapy comes midway through the wait that the centre expects.
            let expected = setting.product.process.expectedDays * pace
            patient.bridging =
                path.isBridged ? (day: day - patient.referred + 0.5 * expected, remaining: path.remaining) : nil
            patient.path = path
            patients[index] = patient
            ask(.collected, patient, waitingPlan(patient, path))
        } else {
            patients[index] = patient
        }
        calendar.schedule(.collection(index), at: day)
    }

    /// A patient whose cells are collected and who is never infused.
    private func waitingPlan(_ patient: CentrePatient, _ path: CellPath) -> VeinToVein {
        var plan = VeinToVein.waiting(holding: patient.holding)
        plan.collections = path.collections
        plan.bridging = patient.bridging
        return plan
    }

    /// Cells are collected.
    mutating func collect(_ index: Int) {
        guard isOnTheWay(index), var patient = patients[index], var path = patient.path else { return }
        let last: Double
        if patient.collected == nil {
            let answer = answer(.collected, index)
            planDropOut(
                index, answer.ended == nil ? nil : fate(of: answer), at: patient.referred + (answer.ended ?? 0))
            patient.generation = patients[index]?.generation ?? 0
            patient.collected = now
            patient.stage = .manufacture
            patient.outcome = answer.outcome
            last = path.collections.last?.day ?? now - patient.referred
        } else {
            last = path.collect(on: now - patient.referred)
            sites[patient.site].furtherDays += Int(last - (now - patient.referred) + 0.5)
            patient.path = path
        }
        note("collected", index)
        patients[index] = patient
        manufacture(index, from: patient.referred + last, isInbound: true)
    }

    /// An attempt begins: after the way to the factory, or from cells that are there.
    private mutating func manufacture(_ index: Int, from day: Double, isInbound: Bool = false) {
        guard var patient = patients[index], var path = patient.path else { return }
        let anchor = day - patient.referred
        let batch = path.attempt(
            start: anchor + (isInbound ? path.inbound : 0) + path.wait, from: anchor,
            pace: plan.services[patient.service].pace.value)
        patient.path = path
        patients[index] = patient
        calendar.schedule(.verdict(index), at: patient.referred + batch.tested)
    }

    /// A batch is released, or fails.
    mutating func decide(_ index: Int) {
        guard isOnTheWay(index), let patient = patients[index], let path = patient.path, let batch = path.batches.last
        else { return }
        if batch.isReleased {
            note("released", index)
            let outbound = path.outbound * plan.services[patient.service].pace.value
            calendar.schedule(.arrival(index), at: now + outbound)
        } else if path.mayTryAgain {
            note("batch failed", index)
            factory[patient.service][line(of: patient)].arrive(index, priority: rank(of: patient), at: now)
        } else {
            note("batch failed", index)
            let tested = batch.tested
            var plan = waitingPlan(patient, path)
            (plan.batches, plan.isOpen) = (path.batches, false)
            (plan.arrival, plan.conditioning, plan.infusion) = (tested, tested, tested)
            ask(.complete, patient, plan)
            end(index, .manufacturingFailure)
        }
    }

    /// The product is at the hospital.
    mutating func receive(_ index: Int) {
        guard isOnTheWay(index), var patient = patients[index], let path = patient.path else { return }
        patient.arrived = now
        patient.stage = .bed
        patients[index] = patient
        note("product arrived", index)
        // Who waits for other things is called in meanwhile.
        calendar.schedule(.readyForBed(index), at: now + max(0, path.readiness - plan.steps.callInDays.value))
    }
}

extension ManufacturingProcess {
    /// Days from collection to the product's arrival that a centre counts on: the typical value of each leg.
    var expectedDays: Double {
        inboundDays.value + slotWaitDays.value + cultureDays.value + releaseDays.value + outboundDays.value
    }
}
