package dev.certpath.bench.core;

/** The rules of edition 1, written by hand as a chain of conditions. Who changes the guide has to change this as well. */
final class HandWrittenTotals implements TotalsCalculator {

    private static final int EMPLOYER_AWS = 1;
    private static final int EMPLOYER_GOOGLE_CLOUD = 1 << 1;
    private static final int EMPLOYER_AZURE = 1 << 2;
    private static final int EMPLOYER_MICROSOFT_365 = 1 << 3;
    private static final int EMPLOYER_KUBERNETES = 1 << 4;

    private static final int AI_FIRST = 1;
    private static final int FINANCIAL_SERVICES = 1 << 3;
    private static final int GOVERNMENT = 1 << 4;
    private static final int HEALTHCARE = 1 << 5;
    private static final int LARGE_TECHNOLOGY = 1 << 6;
    private static final int LOGISTICS = 1 << 7;
    private static final int RETAIL = 1 << 10;

    private static final int APPLIED_AI = 1;
    private static final int CUSTOM_MODELS = 1 << 1;
    private static final int DATA_ENGINEERING = 1 << 2;
    private static final int ML_RESEARCH = 1 << 3;
    private static final int MLOPS = 1 << 4;

    private static final int NO_BACKGROUND = 1;

    @Override
    public int[] totals(int[] chosen) {
        int employer = chosen[0];
        int industry = chosen[1];
        int role = chosen[2];
        int background = chosen[3];
        return new int[] {
            aws(employer, industry, role), google(employer, industry, role), azure(employer, industry, role, background)
        };
    }

    private static int aws(int employer, int industry, int role) {
        int points = 1;
        if ((employer & EMPLOYER_AWS) != 0) {
            points += 6;
        }
        if (role == DATA_ENGINEERING || role == MLOPS) {
            points += 4;
        } else if (role == CUSTOM_MODELS) {
            points += 2;
        }
        if (industry == FINANCIAL_SERVICES || industry == RETAIL || industry == LOGISTICS) {
            points += 3;
        }
        return points;
    }

    private static int google(int employer, int industry, int role) {
        int points = 0;
        if ((employer & EMPLOYER_GOOGLE_CLOUD) != 0) {
            points += 6;
        }
        if ((employer & EMPLOYER_KUBERNETES) != 0) {
            points += 4;
        }
        if (role == ML_RESEARCH) {
            points += 4;
        } else if (role == CUSTOM_MODELS) {
            points += 2;
        }
        if (industry == AI_FIRST || industry == LARGE_TECHNOLOGY) {
            points += 3;
        }
        return points;
    }

    private static int azure(int employer, int industry, int role, int background) {
        int points = 0;
        if ((employer & (EMPLOYER_AZURE | EMPLOYER_MICROSOFT_365)) != 0) {
            points += 6;
        }
        if (role == APPLIED_AI) {
            points += 4;
        }
        if (industry == FINANCIAL_SERVICES || industry == HEALTHCARE || industry == GOVERNMENT) {
            points += 3;
        }
        if (background == NO_BACKGROUND) {
            points += 3;
        }
        return points;
    }
}
