package example;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdk8s_pods.Admission;
import io.github.cdk8s_pods.AdmissionOptions;
import io.github.cdk8s_pods.AdmissionReview;
import io.github.cdk8s_pods.Finding;
import io.github.cdk8s_pods.PodSecurityResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reviews manifests without constructs: lines of JSON in, a line of JSON out for each. */
public final class Review {
    private Review() {
    }

    public static void main(String[] args) throws IOException {
        ObjectMapper json = new ObjectMapper();
        AdmissionOptions options = AdmissionOptions.builder().kubernetesVersion("1.36").advice(true).build();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(json.writeValueAsString(answer(Admission.review(json.readValue(line, Map.class), options))));
        }
        out.flush();
    }

    private static Map<String, Object> answer(AdmissionReview review) {
        List<Map<String, Object>> findings = new ArrayList<>();
        for (Finding finding : review.getFindings()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("severity", finding.getSeverity());
            fields.put("type", finding.getType());
            fields.put("subject", finding.getSubject());
            fields.put("code", finding.getCode());
            fields.put("field", finding.getField());
            fields.put("at", finding.getAt());
            fields.put("keys", finding.getKeys());
            fields.put("message", finding.getMessage());
            fields.put("expected", finding.getExpected());
            fields.put("meant", finding.getMeant());
            fields.put("hint", finding.getHint());
            findings.add(fields);
        }
        PodSecurityResult security = review.getPodSecurity();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("allowed", review.getAllowed());
        answer.put("reviewed", review.getReviewed());
        answer.put("findings", findings);
        answer.put("defaulted", review.getDefaulted());
        answer.put("qosClass", review.getQosClass());
        answer.put("podSecurity", List.of(security.getBaseline(), security.getRestricted(), security.getReasons()));
        return answer;
    }
}
