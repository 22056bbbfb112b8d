/// What happened to a patient, from referral to the last follow-up. Each case carries one payload; a payload's
/// optional fields are unknown when nil, and unknown is never read as normal.
public enum Event: Sendable, Equatable {
    // Referral and eligibility
    /// The patient was referred; who they are and what they have.
    case referralReceived(Referral)
    /// Eligibility was judged.
    case eligibilityAssessed(EligibilityAssessment)
    /// Consent was signed, or withdrawn.
    case consentRecorded(Consent)
    /// A payer answered.
    case coverageVerified(Coverage)
    /// Findings that decide whether the patient may go on.
    case fitnessChecked(FitnessCheck)
    /// A product was ordered and a manufacturing slot booked.
    case productOrdered(ProductOrder)
    /// A manufacturing slot was offered, booked, lost or released.
    case slotChanged(ManufacturingSlot)
    /// Last dose of a treatment that must be washed out.
    case washoutChecked(Washout)
    /// Infectious disease markers came in.
    case infectiousMarkersReported(InfectiousMarkers)
    /// A label was printed, used, voided, passed on or destroyed.
    case labelUsed(LabelUse)
    /// A leukapheresis collection began.
    case collectionStarted(CollectionStart)
    /// A collection bag was sealed.
    case bagSealed(CollectionBag)

    // Vein to vein
    /// A leukapheresis collection ended.
    case leukapheresisCompleted(Leukapheresis)
    /// A collection was counted.
    case collectionCounted(CollectionCount)
    /// Bags were frozen.
    case materialFrozen(Freezing)
    /// A shipment was packed.
    case packedOut(PackOut)
    /// A bag or shipment passed from hand to hand.
    case custodyTransferred(CustodyTransfer)
    /// A logger was read.
    case temperatureLogged(TemperatureReading)
    /// Cells changed hands: starting material to the factory, or product to the hospital.
    case shipmentReceived(Shipment)
    /// The factory accepted the material, or locked it away.
    case materialAccepted(MaterialAcceptance)
    /// A workstation was cleared for a batch.
    case lineCleared(LineClearance)
    /// A lot of vector, reagent or medium went into a batch.
    case lotUsed(LotUse)
    /// A batch was started at the factory.
    case batchStarted(BatchStart)
    /// The T cells were transduced.
    case transductionCompleted(Transduction)
    /// The culture was counted.
    case cultureCounted(CultureCount)
    /// Something did not go as written.
    case deviationRaised(Deviation)
    /// The culture was harvested and filled.
    case batchHarvested(Harvest)
    /// A final bag was filled.
    case bagFilled(FinalBag)
    /// Quality control reported the release tests.
    case releaseTested(Certificate)
    /// An approval for a product out of specification.
    case releaseApproved(ReleaseApproval)
    /// The batch was released, to specification or outside of it.
    case batchReleased(Release)
    /// The batch was lost or rejected.
    case batchFailed(BatchFailure)
    /// A batch was called back.
    case batchRecalled(Recall)
    /// Material was destroyed or locked away.
    case materialDisposed(Disposal)
    /// Cells are to be collected again.
    case recollectionDecided(Recollection)
    /// Bridging therapy was given.
    case bridgingGiven(Bridging)
    /// Product, room or medicine is ready.
    case readinessConfirmed(Readiness)
    /// The dose of fludarabine was looked at beside the kidneys.
    case lymphodepletionReviewed(LymphodepletionReview)
    /// The two-person identity check at the bedside.
    case identityVerified(IdentityCheck)
    /// A bag came out of the vapour.
    case thawStarted(Thaw)
    /// A bag is thawed.
    case thawEnded(Thaw)
    /// Cells begin to run.
    case infusionStarted(InfusionStart)
    /// CAR-T cells were infused.
    case infusionCompleted(Infusion)

    // Hospital
    /// Admission to a ward or an intensive care unit; also a move between them.
    case admitted(Admission)
    /// Discharge home.
    case discharged(Discharge)
    /// A set of vital signs, with the support the patient was on.
    case vitalsTaken(VitalSigns)
    /// An ICE assessment with the other axes of ICANS.
    case neurologyAssessed(NeurologicalAssessment)
    /// A laboratory result.
    case labReported(LabResult)
    /// The CRS grade that the team recorded.
    case crsGraded(CRSGrading)
    /// The ICANS grade that the team recorded.
    case icansGraded(ICANSGrading)
    /// Something was ordered.
    case orderPlaced(Order)
    /// An order ended.
    case orderStopped(OrderStop)
    /// One dose of a drug was given.
    case drugGiven(DrugAdministration)
    /// An infection was diagnosed.
    case infectionReported(Infection)
    /// A blood product was given.
    case transfused(Transfusion)
    /// A vaccine was given.
    case vaccinated(Vaccination)
    /// Somebody has taken an alert on.
    case alertAcknowledged(AlertAcknowledgement)
    /// A hard stop was overridden.
    case stopOverridden(StopOverride)

    // Outcome
    /// Response was assessed by the criteria of the disease.
    case responseAssessed(ResponseAssessment)
    /// Progression, or relapse after a response.
    case progressionReported(Progression)
    /// A follow-up visit took place.
    case followUpVisited(FollowUpVisit)
    /// A visit did not take place.
    case visitMissed(MissedVisit)
    /// A registry form was sent.
    case registryFormSent(RegistryForm)
    /// A test for replication-competent virus.
    case replicationTested(ReplicationTest)
    /// A second primary malignancy.
    case secondMalignancyReported(SecondMalignancy)
    /// Another centre takes over.
    case careTransferred(CareTransfer)
    /// The patient left the path to infusion.
    case therapyCancelled(Cancellation)
    /// The patient died.
    case died(Death)
    /// An earlier entry was wrong and no longer counts. What is right is recorded as an entry of its own.
    case corrected(Correction)
}
