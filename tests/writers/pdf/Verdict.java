import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Judges files: `Verdict PROFILE,… FILE…` prints a line for each file and each rule it breaks. */
public class Verdict {
    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String profile : args[0].split(",")) {
            judge(profile, args);
        }
    }

    static void judge(String profile, String[] args) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(profile);
        for (int at = 1; at < args.length; at++) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(args[at]), flavour);
                 PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                System.out.println("checked\t" + profile + "\t" + args[at] + "\t" + result.getTotalAssertions());
                for (TestAssertion broken : result.getTestAssertions()) {
                    System.out.println("broken\t" + profile + "\t" + args[at] + "\t" + broken.getRuleId().getClause() + "-"
                        + broken.getRuleId().getTestNumber() + "\t" + broken.getMessage());
                }
            }
        }
    }
}
