import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Judges files: `Verdict PROFILE FILE…` prints a line for each file and each rule it breaks. */
public class Verdict {
    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(args[0]);
        for (int at = 1; at < args.length; at++) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(args[at]), flavour);
                 PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                System.out.println("checked\t" + result.getTotalAssertions() + "\t" + args[at]);
                for (TestAssertion broken : result.getTestAssertions()) {
                    System.out.println("broken\t" + broken.getRuleId().getClause() + "-"
                        + broken.getRuleId().getTestNumber() + "\t" + broken.getMessage());
                }
            }
        }
    }
}
