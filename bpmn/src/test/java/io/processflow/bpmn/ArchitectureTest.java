package io.processflow.bpmn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.processflow.bpmn", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_one_class_makes_xml_parsers = noClasses()
            .that()
            .doNotHaveSimpleName("XmlReader")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml..", "org.xml..", "org.w3c.dom..");

    @ArchTest
    static final ArchRule that_class_uses_the_hardened_one_alone = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml.parsers..", "javax.xml.transform..", "javax.xml.xpath..", "org.xml..");

    @ArchTest
    static final ArchRule drawings_need_the_graph_its_check_and_values_alone = classes()
            .that()
            .resideInAPackage("io.processflow.bpmn")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.processflow.bpmn",
                    "io.processflow.engine.graph..",
                    "io.processflow.engine.soundness..",
                    "io.processflow.engine.value..",
                    "tools.jackson..",
                    "java..",
                    "javax.xml.stream..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule the_report_imports_as_others_do = classes()
            .that()
            .resideInAPackage("io.processflow.bpmn.report")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.processflow.bpmn..",
                    "io.processflow.engine.graph..",
                    "io.processflow.engine.soundness..",
                    "java..",
                    "org.jspecify.annotations..");
}
