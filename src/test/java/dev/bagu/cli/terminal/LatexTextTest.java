package dev.bagu.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatexTextTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "fraction            ; \\frac{a}{b} ; a/b",
        "of digits           ; \\frac12 ; 1/2",
        "of a sum            ; \\frac{a + b}{c} ; (a + b)/c",
        "by a product        ; \\frac{1}{2n} ; 1/(2n)",
        "by a word           ; \\frac{h}{d_{\\text{model}}} ; h/d_model",
        "of functions        ; \\frac{p(x)}{q(x)} ; p(x)/q(x)",
        "times something     ; \\frac{\\alpha}{r} B A x ; (α/r) B A x",
        "before a sum        ; \\frac{1}{n}\\sum_{i=1}^{n} x_i ; 1/n ∑ᵢ₌₁ⁿ xᵢ",
        "under a function    ; \\log\\frac{p}{q} ; log (p/q)",
        "in a fraction       ; \\frac{\\frac{a}{b}}{c} ; (a/b)/c",
        "squared             ; \\frac{a}{b}^2 ; (a/b)²",
        "attention           ; \\mathrm{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_k}}\\right)V"
            + " ; softmax(QKᵀ/√dₖ)V",
        "root                ; \\sqrt{x} + \\sqrt{a + b} + \\sqrt[3]{y} ; √x + √(a + b) + ³√y",
        "subscripts          ; x_{t-1} + h_i ; xₜ₋₁ + hᵢ",
        "no such subscript   ; W_q, W_{QK} ; W_q, W_QK",
        "word subscript      ; \\pi_{\\mathrm{ref}}(y) ; π_ref(y)",
        "powers              ; 10^{-5}, 2^{32}, e^{-x^2} ; 10⁻⁵, 2³², e^(-x²)",
        "spaces              ; B \\in \\mathbb{R}^{d \\times k} ; B ∈ ℝ^(d×k)",
        "expectation         ; \\mathbb{E}_{x \\sim p}[f(x)] ; 𝔼_(x∼p)[f(x)]",
        "relations           ; r\\ll d, a\\le b, c \\geq d, e\\approx f"
            + " ; r ≪ d, a ≤ b, c ≥ d, e ≈ f",
        "product             ; a\\cdot b\\times c ; a · b × c",
        "condition           ; \\pi_\\theta(y\\mid x) ; π_θ(y | x)",
        "norm                ; \\|x\\|_2 = \\lVert x \\rVert ; ‖x‖₂ = ‖ x ‖",
        "functions           ; \\log p + \\exp(x) + a\\max_i b ; log p + exp(x) + a maxᵢ b",
        "hat                 ; \\hat{y}_i - \\bar x ; ŷᵢ - x̄",
        "text                ; \\text{for all } x ; for all x",
        "Chinese text        ; \\text{显存} = 2\\Phi ; 显存 = 2Φ",
        "sizes               ; \\Big( x \\Big) ; ( x )",
        "set                 ; \\{1, \\dots, n\\} ; {1, …, n}",
        "arrow               ; x \\to \\infty ; x → ∞",
        "unknown             ; \\foo{a_1}[b] + c ; \\foo{a₁}[b] + c",
        "brace missing       ; \\frac{a ; \\frac{a",
        "aligned             ; \\begin{aligned} a &= b \\end{aligned} ; a = b",
        "cases               ; \\begin{cases} x & x > 0 \\\\ 0 & x \\le 0 \\end{cases}"
            + " ; '{ x, x > 0; 0, x ≤ 0 }'",
        "matrix stays        ; \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}"
            + " ; \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
        "argmax              ; \\arg\\max_{\\theta} \\mathcal{L} ; arg max_θ L",
        "increment           ; \\Delta W = BA ; ΔW = BA",
        "operator            ; \\operatorname{KL}(p \\| q) ; KL(p ‖ q)",
      })
  void reads_the_commonest_latex(String name, String latex, String text) {
    assertThat(LatexText.of(latex)).as(name).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "}", "\\frac", "\\frac{", "_", "^{", "\\begin{a}", "\\sqrt[", "&", "\\"})
  void is_fast_on_hostile_text(String unit) {
    String text = unit.repeat(4000 / unit.length());

    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> LatexText.of(text));
  }
}
