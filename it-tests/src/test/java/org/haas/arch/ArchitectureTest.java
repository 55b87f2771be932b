package org.haas.arch;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.concurrent.Executors;

/** Who may know whom, and what nobody may call. */
@AnalyzeClasses(locations = Modules.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule spi_anywhere_knowsOnlyTheJdk =
      classes()
          .that()
          .resideInAPackage("org.haas.spi..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.haas.spi..");

  @ArchTest
  static final ArchRule drivers_anywhere_knowTheSpiAndJsch =
      classes()
          .that()
          .resideInAPackage("org.haas.driver..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.net.ssl..",
              "javax.xml..",
              "org.w3c.dom..",
              "org.xml.sax..",
              "org.haas.spi..",
              "org.haas.driver..",
              "com.jcraft.jsch..");

  @ArchTest
  static final ArchRule drivers_ofOneVendor_knowNoOther =
      slices()
          .matching("org.haas.driver.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              alwaysTrue(),
              resideInAnyPackage(
                  "org.haas.driver.ssh..", "org.haas.driver.wire..", "org.haas.driver.seed.."));

  @ArchTest
  static final ArchRule driver_outsideOfDrivers_isNamedByNobody =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.haas.driver..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.haas.driver..");

  @ArchTest
  static final ArchRule jsch_outsideOfSsh_isNamedByNobody =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.haas.driver.ssh..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.jcraft.jsch..");

  @ArchTest
  static final ArchRule packages_anywhere_formNoCycle =
      slices().matching("org.haas.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule features_anywhere_keepTheirOrder =
      classes()
          .that()
          .resideInAnyPackage(Features.packages())
          .should(Features.knowOnlyEarlierOnes());

  @ArchTest
  static final ArchRule application_anywhere_isAFeatureOrAnAdapter =
      classes()
          .that()
          .resideOutsideOfPackages(
              "org.haas.spi..",
              "org.haas.driver..",
              "org.haas.rest..",
              "org.haas.web..",
              "org.haas.launcher..",
              "org.haas.cli..")
          .should()
          .resideInAnyPackage(Features.packages());

  @ArchTest
  static final ArchRule features_anywhere_knowNoWayIn =
      noClasses()
          .that()
          .resideInAnyPackage(Features.packages())
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.haas.rest..", "org.haas.web..", "org.haas.launcher..");

  @ArchTest
  static final ArchRule commandLine_anywhere_knowsTheApiByHttpOnly =
      classes()
          .that()
          .resideInAPackage("org.haas.cli..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "jakarta.json..",
              "org.eclipse.parsson..",
              "org.snakeyaml..",
              "picocli..",
              "org.haas.cli..");

  @ArchTest
  static final ArchRule commandLine_anywhere_isNamedByNobodyElse =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.haas.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.haas.cli..");

  @ArchTest
  static final ArchRule commandLine_parts_formNoCycle =
      slices().matching("org.haas.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule picocli_anywhere_isNamedByTheRootOfTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.haas.cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule rest_anywhere_doesNotKnowWeb =
      noClasses()
          .that()
          .resideInAPackage("org.haas.rest..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.haas.web..");

  @ArchTest
  static final ArchRule launcher_anywhere_knowsNothingOfTheApplication =
      noClasses()
          .that()
          .resideInAPackage("org.haas.launcher..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.haas.rest..", "org.haas.web..", "org.haas.spi..", "jakarta..");

  @ArchTest
  static final ArchRule time_anywhere_comesFromTheInjectedClock =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.haas.launcher..", "org.haas.driver.sim..")
          .should()
          .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callConstructor(Date.class)
          .orShould()
          .callConstructor(Date.class, long.class);

  @ArchTest
  static final ArchRule clock_ofTheSystem_isMadeOnce =
      noClasses()
          .that()
          .doNotHaveSimpleName("SystemClock")
          .and()
          .resideOutsideOfPackages("org.haas.launcher..", "org.haas.driver.sim..", "org.haas.cli..")
          .should()
          .callMethodWhere(
              target(owner(assignableTo(Clock.class))).and(target(nameStartingWith("system"))));

  @ArchTest
  static final ArchRule threads_anywhere_areTheContainers =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.haas.launcher..", "org.haas.driver.sim..", "org.haas.cli..")
          .and()
          .doNotHaveSimpleName("ChangeListener")
          .and()
          .doNotHaveSimpleName("Crier")
          .should()
          .callConstructorWhere(target(owner(assignableTo(Thread.class))))
          .orShould()
          .callMethodWhere(target(owner(assignableTo(Executors.class))));

  /** Each call of the standard's entry looks through all class paths for the library. */
  @ArchTest
  static final ArchRule json_inTheServer_isFoundOnce =
      noClasses()
          .that()
          .resideInAnyPackage("org.haas..")
          .and()
          .resideOutsideOfPackages("org.haas.launcher..", "org.haas.driver..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.json.Json");

  @ArchTest
  static final ArchRule standardStreams_anywhere_areTheLaunchers =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.haas.launcher..", "org.haas.driver.sim..", "org.haas.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule javax_ofJavaEe_isGone =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "javax\\.(annotation|batch|decorator|ejb|el|enterprise|faces|inject|interceptor|jms"
                  + "|json|mail|persistence|resource|security\\.(auth\\.message|enterprise|jacc)"
                  + "|servlet|transaction\\.[A-Z]\\w*|validation|websocket|ws|xml\\.(bind|ws))\\..*");

  @ArchTest
  static final ArchRule names_anywhere_sayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Service|Manager|Helper|Utils?|DTO|Dto|Facade)")
          .orShould()
          .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..dto..");
}
