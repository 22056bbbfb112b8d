extension Definitions {
    /// Drugs and their harms.
    static let medications =
        """
        AdverseEvent: actuality! code(actual|potential); category* CodeableConcept;
            contributor* Reference(Practitioner|PractitionerRole|Device); date dateTime; detected dateTime;
            encounter Reference(Encounter); event CodeableConcept; identifier Identifier; location Reference(Location);
            outcome CodeableConcept; recordedDate dateTime;
            recorder Reference(Patient|Practitioner|PractitionerRole|RelatedPerson);
            referenceDocument* Reference(DocumentReference); resultingCondition* Reference(Condition);
            seriousness CodeableConcept; severity CodeableConcept; study* Reference(ResearchStudy);
            subject! Reference(Patient|Group|Practitioner|RelatedPerson);
            subjectMedicalHistory* Reference(Condition|Observation|AllergyIntolerance|FamilyMemberHistory|Immunization|
                Procedure|Media|DocumentReference); suspectEntity* AdverseEventSuspectEntity
        AdverseEventSuspectEntity: causality* AdverseEventSuspectEntityCausality;
            instance! Reference(Immunization|Procedure|Substance|Medication|MedicationAdministration|
                MedicationStatement|Device)
        AdverseEventSuspectEntityCausality: assessment CodeableConcept; author Reference(Practitioner|PractitionerRole);
            method CodeableConcept; productRelatedness string
        Immunization: doseQuantity Quantity; education* ImmunizationEducation; encounter Reference(Encounter);
            expirationDate date; fundingSource CodeableConcept; identifier* Identifier; isSubpotent boolean;
            location Reference(Location); lotNumber string; manufacturer Reference(Organization); note* Annotation;
            occurrenceDateTime dateTime ~occurrence!; occurrenceString string ~occurrence!; patient! Reference(Patient);
            performer* ImmunizationPerformer; primarySource boolean; programEligibility* CodeableConcept;
            protocolApplied* ImmunizationProtocolApplied; reaction* ImmunizationReaction; reasonCode* CodeableConcept;
            reasonReference* Reference(Condition|Observation|DiagnosticReport); recorded dateTime;
            reportOrigin CodeableConcept; route CodeableConcept; site CodeableConcept;
            status! code(completed|entered-in-error|not-done); statusReason CodeableConcept;
            subpotentReason* CodeableConcept; vaccineCode! CodeableConcept
        ImmunizationEducation: documentType string; presentationDate dateTime; publicationDate dateTime; reference uri
        ImmunizationPerformer: actor! Reference(Practitioner|PractitionerRole|Organization); function CodeableConcept
        ImmunizationProtocolApplied: authority Reference(Organization); doseNumberPositiveInt positiveInt ~doseNumber!;
            doseNumberString string ~doseNumber!; series string; seriesDosesPositiveInt positiveInt ~seriesDoses;
            seriesDosesString string ~seriesDoses; targetDisease* CodeableConcept
        ImmunizationReaction: date dateTime; detail Reference(Observation); reported boolean
        Medication: amount Ratio; batch MedicationBatch; code CodeableConcept; form CodeableConcept;
            identifier* Identifier; ingredient* MedicationIngredient; manufacturer Reference(Organization);
            status code(active|inactive|entered-in-error)
        MedicationBatch: expirationDate dateTime; lotNumber string
        MedicationIngredient: isActive boolean; itemCodeableConcept CodeableConcept ~item!;
            itemReference Reference(Substance|Medication) ~item!; strength Ratio
        MedicationAdministration: category CodeableConcept; context Reference(Encounter|EpisodeOfCare);
            device* Reference(Device); dosage MedicationAdministrationDosage; effectiveDateTime dateTime ~effective!;
            effectivePeriod Period ~effective!; eventHistory* Reference(Provenance); identifier* Identifier;
            instantiates* uri; medicationCodeableConcept CodeableConcept ~medication!;
            medicationReference Reference(Medication) ~medication!; note* Annotation;
            partOf* Reference(MedicationAdministration|Procedure); performer* MedicationAdministrationPerformer;
            reasonCode* CodeableConcept; reasonReference* Reference(Condition|Observation|DiagnosticReport);
            request Reference(MedicationRequest);
            status! code(in-progress|not-done|on-hold|completed|entered-in-error|stopped|unknown);
            statusReason* CodeableConcept; subject! Reference(Patient|Group); supportingInformation* Reference
        MedicationAdministrationDosage: dose Quantity; method CodeableConcept; rateQuantity Quantity ~rate;
            rateRatio Ratio ~rate; route CodeableConcept; site CodeableConcept; text string
        MedicationAdministrationPerformer: actor! Reference(Practitioner|PractitionerRole|Patient|RelatedPerson|Device);
            function CodeableConcept
        MedicationRequest: authoredOn dateTime;
            basedOn* Reference(CarePlan|MedicationRequest|ServiceRequest|ImmunizationRecommendation);
            category* CodeableConcept; courseOfTherapyType CodeableConcept; detectedIssue* Reference(DetectedIssue);
            dispenseRequest MedicationRequestDispenseRequest; doNotPerform boolean; dosageInstruction* Dosage;
            encounter Reference(Encounter); eventHistory* Reference(Provenance); groupIdentifier Identifier;
            identifier* Identifier; instantiatesCanonical* canonical; instantiatesUri* uri;
            insurance* Reference(Coverage|ClaimResponse);
            intent! code(proposal|plan|order|original-order|reflex-order|filler-order|instance-order|option);
            medicationCodeableConcept CodeableConcept ~medication!;
            medicationReference Reference(Medication) ~medication!; note* Annotation;
            performer Reference(Practitioner|PractitionerRole|Organization|Patient|Device|RelatedPerson|CareTeam);
            performerType CodeableConcept; priorPrescription Reference(MedicationRequest);
            priority code(routine|urgent|asap|stat); reasonCode* CodeableConcept;
            reasonReference* Reference(Condition|Observation); recorder Reference(Practitioner|PractitionerRole);
            reportedBoolean boolean ~reported;
            reportedReference Reference(Patient|Practitioner|PractitionerRole|RelatedPerson|Organization) ~reported;
            requester Reference(Practitioner|PractitionerRole|Organization|Patient|RelatedPerson|Device);
            status! code(active|on-hold|cancelled|completed|entered-in-error|stopped|draft|unknown);
            statusReason CodeableConcept; subject! Reference(Patient|Group); substitution MedicationRequestSubstitution;
            supportingInformation* Reference
        MedicationRequestDispenseRequest: dispenseInterval Duration; expectedSupplyDuration Duration;
            initialFill MedicationRequestDispenseRequestInitialFill; numberOfRepeatsAllowed unsignedInt;
            performer Reference(Organization); quantity Quantity; validityPeriod Period
        MedicationRequestDispenseRequestInitialFill: duration Duration; quantity Quantity
        MedicationRequestSubstitution: allowedBoolean boolean ~allowed!;
            allowedCodeableConcept CodeableConcept ~allowed!; reason CodeableConcept
        MedicationStatement: basedOn* Reference(MedicationRequest|CarePlan|ServiceRequest); category CodeableConcept;
            context Reference(Encounter|EpisodeOfCare); dateAsserted dateTime; derivedFrom* Reference; dosage* Dosage;
            effectiveDateTime dateTime ~effective; effectivePeriod Period ~effective; identifier* Identifier;
            informationSource Reference(Patient|Practitioner|PractitionerRole|RelatedPerson|Organization);
            medicationCodeableConcept CodeableConcept ~medication!;
            medicationReference Reference(Medication) ~medication!; note* Annotation;
            partOf* Reference(MedicationAdministration|MedicationDispense|MedicationStatement|Procedure|Observation);
            reasonCode* CodeableConcept; reasonReference* Reference(Condition|Observation|DiagnosticReport);
            status! code(active|completed|entered-in-error|intended|stopped|on-hold|unknown|not-taken);
            statusReason* CodeableConcept; subject! Reference(Patient|Group)
        DetectedIssue: author Reference(Practitioner|PractitionerRole|Device); code CodeableConcept; detail string;
            evidence* DetectedIssueEvidence; identifiedDateTime dateTime ~identified;
            identifiedPeriod Period ~identified; identifier* Identifier; implicated* Reference;
            mitigation* DetectedIssueMitigation; patient Reference(Patient); reference uri;
            severity code(high|moderate|low);
            status! code(registered|preliminary|final|amended|corrected|cancelled|entered-in-error|unknown)
        DetectedIssueEvidence: code* CodeableConcept; detail* Reference
        DetectedIssueMitigation: action! CodeableConcept; author Reference(Practitioner|PractitionerRole); date dateTime
        """
}
