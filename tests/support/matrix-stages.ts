// What the scope matrix expects of stages: places and districts plan, and each takes the steps that are its own; the city
// accepts.

export const TAKING_STEPS = ['takeStep'] as const;
export const PLANNING_STAGES = [...TAKING_STEPS, 'planStage'] as const;
