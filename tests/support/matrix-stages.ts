// What the scope matrix expects of stages: whoever takes entries of places out sees them; places and districts plan, and
// each takes the steps that are its own; the city accepts.

export const SEEING_STAGES = ['listStages', 'getStage', 'getStageMonths', 'exportStages'] as const;
export const TAKING_STEPS = ['takeStep', 'sendStep'] as const;
export const PLANNING_STAGES = [...TAKING_STEPS, 'listPlanPlaces', 'planStage', 'sendPlan'] as const;
