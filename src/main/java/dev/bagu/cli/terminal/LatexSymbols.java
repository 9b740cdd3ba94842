package dev.bagu.cli.terminal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What LaTeX commands without arguments look like as text.
 *
 * <p>Three kinds, because they are spaced differently: letters and signs (α, ∞) stand as they are,
 * operators and relations (·, ≤, →) get a space on both sides, functions and big operators (log, ∑)
 * are kept apart from a letter beside them. The tables are split from one text each, on first use.
 */
final class LatexSymbols {
  private static final Map<String, String> SIGNS =
      table(
          "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ"
              + " iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ"
              + " varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ"
              + " Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ emptyset ∅"
              + " varnothing ∅ forall ∀ exists ∃ neg ¬ lnot ¬ top ⊤ bot ⊥ prime ′ dots … ldots …"
              + " cdots ⋯ vdots ⋮ ddots ⋱ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉"
              + " lVert ‖ rVert ‖ Vert ‖ lvert | rvert | vert | lbrace { rbrace } lbrack [ rbrack ]"
              + " backslash \\ degree ° dagger † star ⋆ checkmark ✓ aleph ℵ Re ℜ Im ℑ triangle △ square □ colon :");

  private static final Map<String, String> OPERATORS =
      table(
          "cdot · times × div ÷ pm ± mp ∓ odot ⊙ otimes ⊗ oplus ⊕ circ ∘ ast * le ≤ leq ≤ ge ≥"
              + " geq ≥ leqslant ≤ geqslant ≥ ne ≠ neq ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡"
              + " propto ∝ ll ≪ gg ≫ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇"
              + " cup ∪ cap ∩ setminus ∖ to → rightarrow → longrightarrow ⟶ leftarrow ← gets ←"
              + " leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⇒ iff ⇔"
              + " mapsto ↦ uparrow ↑ downarrow ↓ mid | parallel ∥ perp ⊥ land ∧ wedge ∧ lor ∨ vee ∨"
              + " triangleq ≜ coloneqq := lt < gt > bmod mod succ ≻ prec ≺ succeq ⪰ preceq ⪯");

  private static final Map<String, String> FUNCTIONS =
      table(
          "sum ∑ prod ∏ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ exp exp log log ln ln lg"
              + " lg sin sin cos cos tan tan sinh sinh cosh cosh tanh tanh arctan arctan arcsin"
              + " arcsin arccos arccos max max min min sup sup inf inf lim lim arg arg det det dim"
              + " dim ker ker gcd gcd deg deg Pr Pr");

  private LatexSymbols() {}

  /** A letter or sign, for example {@code alpha}; null when unknown. */
  static @Nullable String sign(String command) {
    return SIGNS.get(command);
  }

  /** An operator or relation, for example {@code times}; null when unknown. */
  static @Nullable String operator(String command) {
    return OPERATORS.get(command);
  }

  /** A function or big operator, for example {@code log}; null when unknown. */
  static @Nullable String function(String command) {
    return FUNCTIONS.get(command);
  }

  private static Map<String, String> table(String pairs) {
    String[] words = pairs.split(" +", -1);
    Map<String, String> table = new HashMap<>();
    for (int i = 0; i + 1 < words.length; i += 2) {
      table.put(words[i], words[i + 1]);
    }
    return table;
  }
}
