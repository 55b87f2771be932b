package org.haas.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.haas.error.Retried;
import org.haas.spi.BmcDriver;
import org.haas.spi.HypervisorDriver;
import org.haas.spi.SwitchDriver;

/** What a boundary is, where transactions are, and where hardware is spoken to. */
@AnalyzeClasses(locations = Modules.class)
class BoundaryRulesTest {
  private static final DescribedPredicate<JavaClass> BOOKKEEPERS =
      describe(
          "Journal, PortLedger, AuditTrail or a store",
          type -> type.getSimpleName().matches("Journal|PortLedger|AuditTrail|[A-Z]\\w*Store"));

  @ArchTest
  static final ArchRule boundary_anyMethod_showsNoEntity =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class)
          .should(Boundaries.takeAndReturnOnlyValues());

  @ArchTest
  static final ArchRule boundary_anyMethod_asksAccess =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class)
          .should(Boundaries.askAccess());

  @ArchTest
  static final ArchRule adapters_anywhere_knowNoEntity =
      noClasses()
          .that()
          .resideInAnyPackage("org.haas.rest..", "org.haas.web..")
          .should()
          .dependOnClassesThat(Boundaries.persistent())
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class);

  @ArchTest
  static final ArchRule resources_anywhere_areDoneAgainAfterADeadlock =
      classes()
          .that()
          .areAnnotatedWith("jakarta.ws.rs.Path")
          .should()
          .beAnnotatedWith(Retried.class);

  /** By {@code @Inject} Weld's proxy comes between, which throws and catches at each call. */
  @ArchTest
  static final ArchRule boundaries_ofResources_areInjectedAsEnterpriseBeans =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith("jakarta.ws.rs.Path")
          .and()
          .haveRawType(describe("a boundary", type -> type.isAnnotatedWith(Stateless.class)))
          .should()
          .beAnnotatedWith(EJB.class);

  /** Payara silently gives none to a bean that is made by a thread of no component. */
  @ArchTest
  static final ArchRule resources_ofTheComponent_areInjectedIntoEnterpriseBeansOnly =
      fields()
          .that()
          .areAnnotatedWith(
              describe(
                  "@Resource without a look-up",
                  annotation ->
                      annotation.getRawType().isEquivalentTo(Resource.class)
                          && annotation.as(Resource.class).lookup().isEmpty()))
          .should()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(Singleton.class)
          .orShould()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class);

  @ArchTest
  static final ArchRule boundaries_anywhere_areNotDoneAgainInTheirTransaction =
      noClasses().that().areAnnotatedWith(Stateless.class).should().beAnnotatedWith(Retried.class);

  @ArchTest
  static final ArchRule stateless_anywhere_isPublicClassOfAFeature =
      classes()
          .that()
          .areAnnotatedWith(Stateless.class)
          .should()
          .bePublic()
          .andShould()
          .resideInAnyPackage(Features.packages());

  @ArchTest
  static final ArchRule transaction_ofAMethod_isOnlyABookkeepers =
      noMethods()
          .that()
          .areDeclaredInClassesThat(not(BOOKKEEPERS))
          .should()
          .beAnnotatedWith(Transactional.class);

  @ArchTest
  static final ArchRule transaction_ofAClass_isOnlyABookkeepers =
      noClasses().that(not(BOOKKEEPERS)).should().beAnnotatedWith(Transactional.class);

  @ArchTest
  static final ArchRule transactionAttribute_anywhere_isOnlyAnEnterpriseBeans =
      noClasses()
          .that()
          .areNotAnnotatedWith(Stateless.class)
          .and()
          .areNotAnnotatedWith(Singleton.class)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(TransactionAttribute.class);

  @ArchTest
  static final ArchRule hardware_anywhere_isSpokenToOnlyByHandlers =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Handler")
          .and()
          .doNotHaveSimpleName("ConsoleHub")
          .and()
          .resideOutsideOfPackages("org.haas.driver..", "org.haas.spi..")
          .should()
          .callMethodWhere(
              target(
                      owner(
                          assignableTo(SwitchDriver.class)
                              .or(assignableTo(BmcDriver.class))
                              .or(assignableTo(HypervisorDriver.class))))
                  .and(target(nameMatching("open|hostKey|certificate"))));

  @ArchTest
  static final ArchRule handlers_anywhere_haveNoTransaction =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .haveSimpleNameEndingWith("Handler")
          .should()
          .beAnnotatedWith(Transactional.class);

  @ArchTest
  static final ArchRule entities_anywhere_haveNoPublicField =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Entity.class)
          .and()
          .areNotStatic()
          .should()
          .bePrivate();

  @ArchTest
  static final ArchRule entities_anywhere_haveVerbsInsteadOfSetters =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Entity.class)
          .should()
          .haveNameMatching("set[A-Z].*");
}
