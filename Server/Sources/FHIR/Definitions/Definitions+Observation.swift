extension Definitions {
    /// Findings, procedures and material.
    static let observations =
        """
        Observation: basedOn* Reference(CarePlan|DeviceRequest|ImmunizationRecommendation|MedicationRequest|
                NutritionOrder|ServiceRequest); bodySite CodeableConcept; category* CodeableConcept;
            code! CodeableConcept; component* ObservationComponent; dataAbsentReason CodeableConcept;
            derivedFrom* Reference(DocumentReference|ImagingStudy|Media|QuestionnaireResponse|Observation|
                MolecularSequence); device Reference(Device|DeviceMetric); effectiveDateTime dateTime ~effective;
            effectiveInstant instant ~effective; effectivePeriod Period ~effective; effectiveTiming Timing ~effective;
            encounter Reference(Encounter); focus* Reference;
            hasMember* Reference(Observation|QuestionnaireResponse|MolecularSequence); identifier* Identifier;
            interpretation* CodeableConcept; issued instant; method CodeableConcept; note* Annotation;
            partOf* Reference(MedicationAdministration|MedicationDispense|MedicationStatement|Procedure|Immunization|
                ImagingStudy);
            performer* Reference(Practitioner|PractitionerRole|Organization|CareTeam|Patient|RelatedPerson);
            referenceRange* ObservationReferenceRange; specimen Reference(Specimen);
            status! code(registered|preliminary|final|amended|corrected|cancelled|entered-in-error|unknown);
            subject Reference(Patient|Group|Device|Location); valueBoolean boolean ~value;
            valueCodeableConcept CodeableConcept ~value; valueDateTime dateTime ~value; valueInteger integer ~value;
            valuePeriod Period ~value; valueQuantity Quantity ~value; valueRange Range ~value; valueRatio Ratio ~value;
            valueString string ~value
        ObservationComponent: code! CodeableConcept; dataAbsentReason CodeableConcept; interpretation* CodeableConcept;
            referenceRange* ObservationReferenceRange; valueBoolean boolean ~value;
            valueCodeableConcept CodeableConcept ~value; valueDateTime dateTime ~value; valueInteger integer ~value;
            valuePeriod Period ~value; valueQuantity Quantity ~value; valueRange Range ~value; valueRatio Ratio ~value;
            valueString string ~value
        ObservationReferenceRange: age Range; appliesTo* CodeableConcept; high Quantity; low Quantity; text string;
            type CodeableConcept
        DiagnosticReport: basedOn* Reference(CarePlan|ImmunizationRecommendation|MedicationRequest|NutritionOrder|
                ServiceRequest); category* CodeableConcept; code! CodeableConcept; conclusion string;
            conclusionCode* CodeableConcept; effectiveDateTime dateTime ~effective; effectivePeriod Period ~effective;
            encounter Reference(Encounter); identifier* Identifier; imagingStudy* Reference(ImagingStudy);
            issued instant; media* DiagnosticReportMedia;
            performer* Reference(Practitioner|PractitionerRole|Organization|CareTeam); result* Reference(Observation);
            resultsInterpreter* Reference(Practitioner|PractitionerRole|Organization|CareTeam);
            specimen* Reference(Specimen);
            status! code(registered|partial|preliminary|final|amended|corrected|appended|cancelled|entered-in-error|
                unknown);
            subject Reference(Patient|Group|Device|Location|Organization|Procedure|Practitioner|Medication|Substance)
        DiagnosticReportMedia: comment string; link! Reference(Media)
        Specimen: accessionIdentifier Identifier; collection SpecimenCollection; condition* CodeableConcept;
            container* SpecimenContainer; identifier* Identifier; note* Annotation; parent* Reference(Specimen);
            processing* SpecimenProcessing; receivedTime dateTime; request* Reference(ServiceRequest);
            status code(available|unavailable|unsatisfactory|entered-in-error);
            subject Reference(Patient|Group|Device|Substance|Location); type CodeableConcept
        SpecimenCollection: bodySite CodeableConcept; collectedDateTime dateTime ~collected;
            collectedPeriod Period ~collected; collector Reference(Practitioner|PractitionerRole); duration Duration;
            fastingStatusCodeableConcept CodeableConcept ~fastingStatus; fastingStatusDuration Duration ~fastingStatus;
            method CodeableConcept; quantity Quantity
        SpecimenContainer: additiveCodeableConcept CodeableConcept ~additive;
            additiveReference Reference(Substance) ~additive; capacity Quantity; description string;
            identifier* Identifier; specimenQuantity Quantity; type CodeableConcept
        SpecimenProcessing: additive* Reference(Substance); description string; procedure CodeableConcept;
            timeDateTime dateTime ~time; timePeriod Period ~time
        Condition: abatementAge Age ~abatement; abatementDateTime dateTime ~abatement;
            abatementPeriod Period ~abatement; abatementRange Range ~abatement; abatementString string ~abatement;
            asserter Reference(Practitioner|PractitionerRole|Patient|RelatedPerson); bodySite* CodeableConcept;
            category* CodeableConcept; clinicalStatus CodeableConcept; code CodeableConcept;
            encounter Reference(Encounter); evidence* ConditionEvidence; identifier* Identifier; note* Annotation;
            onsetAge Age ~onset; onsetDateTime dateTime ~onset; onsetPeriod Period ~onset; onsetRange Range ~onset;
            onsetString string ~onset; recordedDate dateTime;
            recorder Reference(Practitioner|PractitionerRole|Patient|RelatedPerson); severity CodeableConcept;
            stage* ConditionStage; subject! Reference(Patient|Group); verificationStatus CodeableConcept
        ConditionEvidence: code* CodeableConcept; detail* Reference
        ConditionStage: assessment* Reference(ClinicalImpression|DiagnosticReport|Observation); summary CodeableConcept;
            type CodeableConcept
        Procedure: asserter Reference(Patient|RelatedPerson|Practitioner|PractitionerRole);
            basedOn* Reference(CarePlan|ServiceRequest); bodySite* CodeableConcept; category CodeableConcept;
            code CodeableConcept; complication* CodeableConcept; complicationDetail* Reference(Condition);
            encounter Reference(Encounter); focalDevice* ProcedureFocalDevice; followUp* CodeableConcept;
            identifier* Identifier;
            instantiatesCanonical* canonical(PlanDefinition|ActivityDefinition|Measure|OperationDefinition|
                Questionnaire); instantiatesUri* uri; location Reference(Location); note* Annotation;
            outcome CodeableConcept; partOf* Reference(Procedure|Observation|MedicationAdministration);
            performedAge Age ~performed; performedDateTime dateTime ~performed; performedPeriod Period ~performed;
            performedRange Range ~performed; performedString string ~performed; performer* ProcedurePerformer;
            reasonCode* CodeableConcept;
            reasonReference* Reference(Condition|Observation|Procedure|DiagnosticReport|DocumentReference);
            recorder Reference(Patient|RelatedPerson|Practitioner|PractitionerRole);
            report* Reference(DiagnosticReport|DocumentReference|Composition);
            status! code(preparation|in-progress|not-done|on-hold|stopped|completed|entered-in-error|unknown);
            statusReason CodeableConcept; subject! Reference(Patient|Group); usedCode* CodeableConcept;
            usedReference* Reference(Device|Medication|Substance)
        ProcedureFocalDevice: action CodeableConcept; manipulated! Reference(Device)
        ProcedurePerformer: actor! Reference(Practitioner|PractitionerRole|Organization|Patient|RelatedPerson|Device);
            function CodeableConcept; onBehalfOf Reference(Organization)
        BiologicallyDerivedProduct: collection BiologicallyDerivedProductCollection; identifier* Identifier;
            manipulation BiologicallyDerivedProductManipulation; parent* Reference(BiologicallyDerivedProduct);
            processing* BiologicallyDerivedProductProcessing;
            productCategory code(organ|tissue|fluid|cells|biologicalAgent); productCode CodeableConcept;
            quantity integer; request* Reference(ServiceRequest); status code(available|unavailable);
            storage* BiologicallyDerivedProductStorage
        BiologicallyDerivedProductCollection: collectedDateTime dateTime ~collected; collectedPeriod Period ~collected;
            collector Reference(Practitioner|PractitionerRole); source Reference(Patient|Organization)
        BiologicallyDerivedProductManipulation: description string; timeDateTime dateTime ~time; timePeriod Period ~time
        BiologicallyDerivedProductProcessing: additive Reference(Substance); description string;
            procedure CodeableConcept; timeDateTime dateTime ~time; timePeriod Period ~time
        BiologicallyDerivedProductStorage: description string; duration Period; scale code(farenheit|celsius|kelvin);
            temperature decimal
        """
}
